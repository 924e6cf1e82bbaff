"""What columns of wiring tables are called, in English, German, French and Chinese, and by common programs.

All names stand as `headers.normal` leaves them: small letters without accents, signs as blanks, Chinese in
simplified characters. Names stand between commas.
"""


def _names(text: str) -> tuple[str, ...]:
    return tuple(" ".join(name.split()) for name in text.split(","))


ENDS: dict[str, tuple[str, ...]] = {
    "end": _names("""
        end, dest, designation, connection point designation, full designation, point, vollstandig,
        anschlussbezeichnung, zielbezeichnung, betriebsmittelanschluss, device pin, device terminal,
        component pin, item and terminal, 连接点, 接点位置, 点, 端, 去处, 端点, 接线端点, repere complet,
        extremite, 元件端子, 器件端子, 元件及端子, 元件和端子, 设备端子, 接线位置
    """),
    "tie": _names("""
        connection, 连接
    """),
    "place": _names("""
        position, 位置, posizione, posicion, positie
    """),
    "device": _names("""
        device, dev, device tag, device id, device name, device designation, component, component tag, comp,
        comp des, equipment, equipment tag, item tag, tag, ref des, refdes, reference, symbol, connector,
        node, block, bmk, betriebsmittel, betriebsmittelkennzeichen, gerat, gerate, bauteil, komponente,
        bauelement, geratekennzeichen, 元件, 元件代号, 元件名称, 元件标号, 元件号, 元器件, 元器件代号, 器件,
        器件代号, 器件名称, 设备, 设备代号, 设备名称, 设备号, 代号, 部件, 电器, 电器元件, 项目代号,
        appareil, composant, equipement, materiel, repere, repere appareil, bornier, cmp, cmpt,
        component name, component id, equip, eqpt, device no, device designator, unit, item,
        betriebsmittelname, 元件名, 元件编号, 器件编号, 设备编号, 器件号, 器件标号, 设备标号, 元器件名称,
        元器件编号, 标号, 机器, 装置, 机器名, componente, dispositivo, apparecchio, sigla, aparato, equipo,
        toestel, apparaat, klemmenleiste, terminal strip, terminal block, 端子排, tagname, tag name
    """),
    "terminal": _names("""
        terminal, term, pt, pnt, kl, terminal no, terminal number, terminal designation, pin, pin no,
        pin number, connection point, connection designation, contact, port, point no, cavity, klemme,
        klemmennummer, klemmennr, anschluss, anschlusspunkt, kontakt, 端子, 端子号, 端子代号, 端子编号,
        接线端子, 接线端子号, 接线端, 接点, 接点号, 引脚, 针脚, 针脚号, 脚号, 脚, 触点, 端口, 接线点,
        接线柱, 柱号, 子号, borne, numero de borne, no borne, broche, contacts, terminal id, terminal name,
        terminal block no, pole, klemmbezeichnung, 端子名, 端子序号, 接线柱号, 针号, 孔位, 孔号, 插针, 点位,
        位号, 端号, 接线脚, morsetto, morsetti, polo, borna, borne no, terminale, klem, klemnummer,
        aansluiting, contacto, terminal point, terminal pt
    """),
    "lug": _names("""
        lug, lug type, ferrule, ferrule type, crimp, crimp terminal, terminal type, terminal lug, wire end,
        end treatment, wire end treatment, termination, termination type, ta, aderendhulse, kabelschuh,
        aderendbehandlung, hulse, 线鼻子, 线鼻, 线耳, 冷压头, 冷压端子, 压线端子, 压接端子, 端头, 管型端子,
        管形端子, 针型端子, 线端处理, 端子型号, 端子型式, 端子形式, 端子类型, 端子种类, 接线鼻, 铜鼻子,
        接头, embout, cosse, type d embout, puntale, capocorda, puntera, punta, adereindhuls, 压接头,
        端子规格, 线端, 压头, 圧着端子, 压接, 压接型号
    """),
    "location": _names("""
        location, place, mounting location, mounting place, panel, zone, area, installation site, einbauort,
        ort, montageort, 安装位置, 安装地点, 区域, 部位, 所在位置, 位置代号, 柜, 柜号, 屏, 板, emplacement,
        localisation, lieu de montage, loc, inst, installation, 安装区域, 安装处, 安装板, 柜体, 盘, 盘号,
        ubicazione, ubicacion, locatie, plaats
    """),
    "type": _names("""
        device type, part, part number, part no, article, artikel, artikelnummer, typ bmk, 元件型号,
        元器件型号, 器件型号, 设备型号, type appareil, reference article
    """),
}  # fmt: skip
"""What a column says of one end; which end, a word of `SIDES` tells, or the order of two equal columns."""

SIDES: dict[str, tuple[str, ...]] = {
    "from": _names("""
        from, source, src, origin, start, begin, beginning, first, quelle, quell, von, beginn, anfang, de,
        depart, origine, tenant, end 1, end a, side 1, side a, seite 1, seite a, ende 1, ende a, cote 1,
        cote a, 起点, 起始点, 起始, 起始端, 始端, 首端, 起端, 起, 始, 从, 自, 由, 来源, 源, 源端, 出发, 甲,
        甲端, 甲侧, 本端, 本侧, 左端, 端 1, 1 端, a 端, 端 a, 一端, 始点, 首, 前端, da, origen, van,
        partenza, inicio, a side, a end, depuis, desde, orig, origem, fra, fran, startpunkt, anfangspunkt,
        starting, starting point, begin point
    """),
    "to": _names("""
        to, target, tgt, targ, destination, end, second, ziel, nach, zu, bis, ende, vers, arrivee,
        aboutissant, end 2, end b, side 2, side b, seite 2, seite b, ende 2, ende b, cote 2, cote b, 终点,
        终止点, 终止, 终止端, 终端, 末端, 尾端, 止端, 终, 止, 末, 到, 至, 去向, 目标, 目标端, 目的, 目的地,
        乙, 乙端, 乙侧, 对端, 对侧, 右端, 端 2, 2 端, b 端, 端 b, 另一端, 终止端点, 尾, 后端, destino, naar,
        destinazione, llegada, arrivo, fin, b side, b end, dest, dst, 迄, 讫, 迄端, 迄点, hasta, til, till,
        endpunkt, zielpunkt, an, stop, ending, ending point, 对方, 所接, 接至
    """),
}  # fmt: skip
"""How each end is called, beside or within the name of the part; 1 and 2, A and B are in `SUFFIXES`."""

SUFFIXES = {"1": "from", "2": "to", "a": "from", "b": "to"}
"""What stands after (or before) the name of a part where ends are numbered: DEVICE1, pin_2, Terminal B."""

WIRES: dict[str, tuple[str, ...]] = {
    "number": _names("""
        wire, wire no, wire number, wire id, wireid, wire name, wire label, wire tag, wire mark,
        wire designation, conductor, conductor no, conductor number, cable, cable no, cable des, core,
        core no, number, connection designation, line number, drahtnummer, draht nr, drahtnr, draht,
        adernummer, ader nr, aderkennzeichnung, verbindungsbezeichnung, verbindung, leitungsnummer,
        leitungs nr, leitung, kabelnummer, nummer, 线号, 导线号, 导线编号, 接线号, 接线编号, 线标, 线码,
        线缆号, 线缆编号, 电缆号, 电线编号, 电线号, 线编号, 线名, 号码管, 线号管, fil, numero,
        numero de fil, numero fil, no de fil, n fil, n de fil, ader, repere fil, repere du fil, conducteur,
        numero de conducteur, wireno, wirenumber, wire num, wire nr, wire mark no, conductor id,
        verbindungsnummer, adernnummer, 线号标识, 线序号, 接线线号, 标记, 线番, 电线番号, 线番号,
        numero filo, filo, n filo, sigla filo, cavo, hilo, no de hilo, numero de hilo, cable n, conductor n,
        fio, n do fio, draad, draadnummer, draadnr, leiter, leiterbezeichnung, leiternummer, aderkennung,
        cond no, 导线标记, 导线线号, 接线号码
    """),
    "no": _names("""
        no, nr, num, id, n, 编号, 号, 号码
    """),
    "circuit": _names("""
        回路号, 回路编号, 回路代号, 回路标号, circuit, circuit no, circuit number, circuit id, stromkreis
    """),
    "sequence": _names("""
        sequence, seq, seq no, item, item no, pos, pos nr, line, line no, row, lfd nr, lfdnr,
        laufende nummer, zeile, 序号, 序, 项次, 项号, 行号, rang, ligne, numero d ordre
    """),
    "colour": _names("""
        colour, color, wire colour, wire color, colour code, color code, col, farbe, farbe nummer,
        drahtfarbe, aderfarbe, leiterfarbe, leitungsfarbe, 颜色, 线色, 导线颜色, 电线颜色, 线颜色, 线缆颜色,
        色标, 色, couleur, cor, couleur du fil, couleur fil, colore, colore filo, kleur, draadkleur, 电线色,
        线色标, 色标号, insulation colour, insulation color, conductor colour, conductor color, core colour,
        core color, color number, colour number, color or number, colour or number, color no, colour no,
        wire color no, wire colour no, connection color or number, adernfarbe, farbcode, cond color,
        cond colour, 线芯颜色, 芯线颜色, 线缆色
    """),
    "cross_section_mm2": _names("""
        cross section, crosssection, section, size, wire size, gauge, wire gauge, csa, area,
        cross sectional area, conductor size, conductor area, mm 2, mm2, sqmm, sq mm, querschnitt,
        drahtquerschnitt, aderquerschnitt, leiterquerschnitt, leitungsquerschnitt, 线径, 导线线径, 截面,
        截面积, 导线截面, 导线截面积, 平方, 平方数, 平方毫米, 线规, 线径规格, 导线规格, 电线规格, 线材规格,
        线缆规格, 规格, calibre, section du fil, section fil, section conducteur, sezione, sezione filo,
        seccion, seccion hilo, bitola, secao, seccao, quersch, doorsnede, draaddoorsnede, aderdoorsnede,
        サイス, 线サイス, 断面积, 标称截面, 线截面, 线芯截面, 平方mm, sq, size mm 2, cross sec, cross sect,
        x section, wire area, mmq, 线径平方, 规格型号, 型号规格, 导线型号规格, 线材型号规格, 电缆规格型号,
        x sec, xsec, cross section diameter, 线缆截面, 导线线径规格
    """),
    "length_mm": _names("""
        length, len, l, wire length, cut length, lange, drahtlange, aderlange, leiterlange, leitungslange,
        长度, 线长, 导线长度, 下线长度, 裁线长度, 长, longueur, longueur du fil, longueur fil, lunghezza,
        longitud, comprimento, lengte, draadlengte, 长さ, 电线长, 电线长度, 配线长, 线缆长度, 截线长度,
        导线长, 线缆长
    """),
    "wire_type": _names("""
        type, wire type, cable type, conductor type, wire spec, typ, drahttyp, adertyp, leitertyp,
        leitungstyp, kabeltyp, aderntyp, 线型, 导线型号, 电线型号, 线材型号, 导线类型, 型号, 线材, 线种,
        线缆型号, 电缆型号, 导线类别, type de fil, type fil, type de cable, type cable, type de conducteur,
        wlay, wlay 1, wire layer, layer, wire material, typenbezeichnung, wire article, tipo, tipo filo,
        tipo cavo, tipo de cable, draadtype, kabel type, 电线种类, 导线材料, 电线类型, type designation
    """),
    "potential": _names("""
        potential, net, net name, netname, signal, signal name, potenzial, potential name, netz, signalname,
        电位, 电位名称, 网络, 网络名, 信号, 信号名, 信号名称, 回路, potentiel, potenziale,
        potencial, segnale, senal, signaal, potentiaal, 信号线名
    """),
    "page": _names("""
        page, page ref, page reference, sheet, sheet no, drawing, drawing page, seite, blatt, folio, 页,
        页码, 页号, 图页, 图号, 图纸页, 图纸页码, 页次, sheet 1, page column, seite spalte, pagina, foglio,
        hoja, blad, 图纸号, 页面, 页列, 页 列
    """),
    "remark": _names("""
        remark, remarks, note, notes, comment, comments, bemerkung, bemerkungen, kommentar, anmerkung, 备注,
        注释, 说明, 注, 备 注, remarque, remarques, observation, observations, commentaire, osservazioni,
        nota, observaciones, observacion, observacao, observacoes, opmerking, opmerkingen, 备考, 摘要,
        description, beschreibung
    """),
    "wide": _names("""
        wide, wide span, span, cross panel, 跨度, 大跨度, 跨柜, 跨门, 跨区, 跨距, weite spannweite
    """),
}  # fmt: skip
"""What a column says of the wire itself; `no` is a number or only a count, which the cells tell,
and `circuit` a potential where another column has the number."""

UNKNOWN = frozenset(_names("""
    stop, seal, conn des, wire dm, wire dia, diameter, batch, qty, quantity, 数量, menge, quantite
"""))  # fmt: skip
"""Names that are known to mean none of the above, whatever they contain."""

FILLERS = frozenset(_names("""
    wire, draht, leitung, conductor, ader, fil, in, du, de, la, le, the, of, name, des, der, connection,
    full, verbindung, electrical, 导线, 电线, 线缆, 接线, 电缆, 名称, 的, 处
"""))  # fmt: skip
"""Words that may stand in a name and change nothing."""

EXACT: dict[str, tuple[str, str]] = {
    "a componente": ("device", "to"),
    "a dispositivo": ("device", "to"),
    "a morsetto": ("terminal", "to"),
    "a terminale": ("terminal", "to"),
    "a borne": ("terminal", "to"),
    "a equipo": ("device", "to"),
}
"""Names with their end that the general rules would read otherwise: in Italian and Spanish `a` means to."""
