"""Characters of headers in traditional Chinese and in Japanese, put into simplified Chinese."""

_PAIRS = """
線线號号顏颜長长備备註注標标識识點点終终電电徑径規规類类絕绝緣缘頭头頁页櫃柜屬属訊讯網网絡络
連连接接編编導导體体設设積积圖图說说項项數数
針针腳脚觸触門门區区間间態态總总從从對对側侧來来處处種种壓压銅铜稱称樣样紙纸開开關关動动時时
裝装機机單单張张盤盘節节葉叶碼码質质塊块
邊边發发狀状層层級级組组資资變变輸输輔辅驅驱傳传應应護护鋁铝鍍镀錫锡進进過过執执遠远結结構构
兩两齊齐儀仪繼继環环顯显測测試试臺台冊册
國国產产與与個个約约紅红黃黄藍蓝綠绿內内軌轨術术確确認认気气図图専专単单検检径径線线
"""
SIMPLIFIED = str.maketrans(
    {line[place]: line[place + 1] for line in _PAIRS.split() for place in range(0, len(line), 2)}
)
"""Each character with the one that the synonyms are written in."""
