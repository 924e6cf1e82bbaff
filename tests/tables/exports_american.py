"""Exports of AutoCAD Electrical, Zuken E3, harness tools and of people's own spreadsheets in English."""

from tests.tables.exports import ALL, Export

GAUGES = ("number", "from", "to", "colour")
LENGTH = (*ALL, "length")

AMERICAN = (
    Export("AutoCAD Electrical, wire from/to report", """
WIRENO|LOC1|CMP1|PIN1|LOC2|CMP2|PIN2|WLAY1|SHEET1
101|PNL|K1|A1|PNL|X1|1|BLU_16|04
102|PNL|K1|A2|PNL|X1|2|BLK_18|04
103|PNL|Q1|2|PNL|F2|1|GRN-YEL_14|05
104|PNL|X1|3|DOOR|H1|X1|RED_18|05
""", ("number", "from", "to"), (
        ("from_location", ("PNL",) * 4), ("to_location", ("PNL", "PNL", "PNL", "DOOR")),
        ("wire_type", ("BLU_16", "BLK_18", "GRN-YEL_14", "RED_18")),
    )),
    Export("AutoCAD Electrical, long names", """
Wire Number|From Location|From Component|From Term|To Location|To Component|To Term|Wire Color|Wire Gauge
101|PNL|K1|A1|PNL|X1|1|BLU|16 AWG
102|PNL|K1|A2|PNL|X1|2|BLK|18 AWG
103|PNL|Q1|2|PNL|F2|1|GRN/YEL|14 AWG
104|PNL|X1|3|DOOR|H1|X1|RED|18 AWG
""", GAUGES, (("cross_section_mm2", ("1.309", "0.823", "2.081", "0.823")),)),
    Export("Zuken E3, from-to with core", """
Signal|From Device|From Pin|To Device|To Pin|Wire Type|Core|Colour|Cross-Section|Length [mm]
L1|-K1|A1|-X1|1|H07V-K|101|BU|1.5|350
L2|-K1|A2|-X1|2|H07V-K|102|BK|0.75|410
PE|-Q1|2|-F2|1|H07V-K|103|GNYE|2.5|1200
N|-X1|3|-H1|X1|H07V-K|104|RD|1|88
""", LENGTH, (("potential", ("L1", "L2", "PE", "N")), ("wire_type", ("H07V-K",) * 4))),
    Export("Zuken E3, device and pin in one header", """
Wire|From Device/Pin|To Device/Pin|Wire Type|Colour|Cross-section
101|-K1:A1|-X1:1|H07V-K|BU|1.5
102|-K1:A2|-X1:2|H07V-K|BK|0.75
103|-Q1:2|-F2:1|H07V-K|GNYE|2.5
104|-X1:3|-H1:X1|H07V-K|RD|1
"""),
    Export("harness tool, net table", """
cable_des,comp_des_1,conn_des_1,pin_1,comp_des_2,conn_des_2,pin_2,color,size_mm2
101,K1,,A1,X1,,1,BU,1.5
102,K1,,A2,X1,,2,BK,0.75
103,Q1,,2,F2,,1,GNYE,2.5
104,X1,,3,H1,,X1,RD,1
""".replace(",", "|")),
    Export("wire processing machine", """
WIREID|DEST1|TA1|DEST2|TA2|CROSSSECTION|COLOUR|LENGTH|TYPE
101|K1:A1|E1.5|X1:1|E1.5|1,5|bl|350|H07V-K
102|K1:A2|E0.75|X1:2|E0.75|0,75|sw|410|H05V-K
103|Q1:2|E2.5|F2:1|E2.5|2,5|gnge|1200|H07V-K
104|X1:3|E1|H1:X1|E1|1|rt|88|H07V-K
""", LENGTH, (("from_lug", ("E1.5", "E0.75", "E2.5", "E1")),)),
    Export("three header rows, units under the names", """
|From|From|To|To|Conductor|Conductor|Conductor
Wire|Device|Terminal|Device|Terminal|Color|Size|Length
No.|||||||
|||||code|mm²|mm
101|K1|A1|X1|1|Blue|1.5|350
102|K1|A2|X1|2|Black|0.75|410
103|Q1|2|F2|1|Green-Yellow|2.5|1200
104|X1|3|H1|X1|Red|1|88
""", LENGTH),
    Export("from and to twice the same names", """
No.|Device|Pin|Device|Pin|Color|mm2
101|K1|A1|X1|1|BLU|1.5
102|K1|A2|X1|2|BLK|0.75
103|Q1|2|F2|1|GRN/YEL|2.5
104|X1|3|H1|X1|RED|1
"""),
    Export("names that nobody knows, told by their cells", """
Kol1|Kol2|Kol3|Kol4|Kol5|Kol6
101|-K1:A1|-X1:1|BU|1.5|H07V-K
102|-K1:A2|-X1:2|BK|0.75|H07V-K
103|-Q1:2|-F2:1|GNYE|2.5|H07V-K
104|-X1:3|-H1:X1|RD|1|H07V-K
"""),
    Export("no header at all", """
101|-K1:A1|-X1:1|BU|1.5
102|-K1:A2|-X1:2|BK|0.75
103|-Q1:2|-F2:1|GNYE|2.5
104|-X1:3|-H1:X1|RD|1
"""),
    Export("terminals after a slash", """
Wire no|From|To|Colour|Size
101|K1/A1|X1/1|BU|1.5
102|K1/A2|X1/2|BK|0.75
103|Q1/2|F2/1|GNYE|2.5
104|X1/3|H1/X1|RD|1
"""),
    Export("terminals after a point", """
Wire no|From|To|Colour|Size
101|K1.A1|X1.1|BU|1.5
102|K1.A2|X1.2|BK|0.75
103|Q1.2|F2.1|GNYE|2.5
104|X1.3|H1.X1|RD|1
"""),
    Export("terminals after a minus, devices without one", """
Wire no|From|To|Colour|Size
101|K1-A1|X1-1|BU|1.5
102|K1-A2|X1-2|BK|0.75
103|Q1-2|F2-1|GNYE|2.5
104|X1-3|H1-X1|RD|1
"""),
)  # fmt: skip
