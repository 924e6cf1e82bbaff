"""Exports of electrical design programs in German, English, French, Italian, Spanish and Dutch."""

from tests.tables.exports import ALL, Export

LENGTH = (*ALL, "length")
AT = (
    ("from_location", ("+S1", "+S1", "+S1", "+S1")),
    ("to_location", ("+S1", "+S1", "+S1", "+T1")),
)

EUROPEAN = (
    Export("EPLAN, Verbindungsliste mit Titelkopf und Fuss", """
Verbindungsliste
Projektname:|Anlage 12
Firma|Muster AG|||Datum|12.03.2026

Verbindung|Quelle|Ziel|Querschnitt|Farbe|Länge|Seite / Spalte|Typenbezeichnung
101|=A1+S1-K1:A1|=A1+S1-X1:1|1,5|BU|350|/4.3|H07V-K
102|=A1+S1-K1:A2|=A1+S1-X1:2|0,75|BK|410|/4.4|H05V-K
103|=A1+S1-Q1:2|=A1+S1-F2:1|2,5|GNYE|1200|/4.5|H07V-K
104|=A1+S1-X1:3|=A1+T1-H1:X1|1|RD|88|/4.6|H07V-K
Summe|4

Erstellt mit EPLAN
""", LENGTH, AT),
    Export("EPLAN, connection list with placeholders of the form", """
Wire|<20048> / Source / Connection|<20048> / Target / Connection|<31002> Section|<31004> Colour|<31090> Length
101|=A1+S1-K1:A1|=A1+S1-X1:1|1.5|BU|350
102|=A1+S1-K1:A2|=A1+S1-X1:2|0.75|BK|410
103|=A1+S1-Q1:2|=A1+S1-F2:1|2.5|GNYE|1200
104|=A1+S1-X1:3|=A1+T1-H1:X1|1|RD|88
""", LENGTH, AT),
    Export("EPLAN, Klemmenziel in einzelnen Spalten", """
Draht|BMK Quelle|Anschluss Quelle|Ort Quelle|BMK Ziel|Anschluss Ziel|Ort Ziel|Farbe|Querschnitt|Länge [mm]
101|-K1|A1|+S1|-X1|1|+S1|bl|1,5|350
102|-K1|A2|+S1|-X1|2|+S1|sw|0,75|410
103|-Q1|2|+S1|-F2|1|+S1|gnge|2,5|1.200
104|-X1|3|+S1|-H1|X1|+T1|rt|1|88
""", LENGTH, AT),
    Export("EPLAN 5, Zielbezeichnung", """
Zielbezeichnung 1|Zielbezeichnung 2|Potential|Querschnitt|Farbe|Verbindungsnummer
+S1-K1:A1|+S1-X1:1|L1|1,5|blau|101
+S1-K1:A2|+S1-X1:2|L2|0,75|schwarz|102
+S1-Q1:2|+S1-F2:1|PE|2,5|grün-gelb|103
+S1-X1:3|+T1-H1:X1|N|1|rot|104
""", ALL, (*AT, ("potential", ("L1", "L2", "PE", "N")))),
    Export("WSCAD, Drahtliste", """
Lfd. Nr.|Draht-Nr.|von BMK|von Klemme|nach BMK|nach Klemme|Farbe|Querschnitt|Hülse von|Hülse nach
1|101|K1|A1|X1|1|BL|1,5 mm²|AEH 1,5|AEH 1,5
2|102|K1|A2|X1|2|SW|0,75 mm²|AEH 0,75|AEH 0,75
3|103|Q1|2|F2|1|GN/GE|2,5 mm²|AEH 2,5|
4|104|X1|3|H1|X1|RT|1 mm²|AEH 1|
""", ALL, (
        ("from_lug", ("AEH 1,5", "AEH 0,75", "AEH 2,5", "AEH 1")),
        ("to_lug", ("AEH 1,5", "AEH 0,75", None, None)),
    )),
    Export("SEE Electrical, liste des fils", """
Repère du fil|Tenant|Borne tenant|Aboutissant|Borne aboutissant|Couleur|Section|Longueur
101|-K1|A1|-X1|1|bleu|1,5|350
102|-K1|A2|-X1|2|noir|0,75|410
103|-Q1|2|-F2|1|vert/jaune|2,5|1200
104|-X1|3|-H1|X1|rouge|1|88
""", LENGTH),
    Export("French, origine et destination", """
N° fil|Origine||Destination||Section (mm²)|Couleur|Folio
|Appareil|Borne|Appareil|Borne||
101|-K1|A1|-X1|1|1,5|Bleu|4
102|-K1|A2|-X1|2|0,75|Noir|4
103|-Q1|2|-F2|1|2,5|Vert-Jaune|5
104|-X1|3|-H1|X1|1|Rouge|5
""", ALL, (("page", ("4", "4", "5", "5")),)),
    Export("SOLIDWORKS Electrical, from-to", """
Wire mark|Origin|Destination|Section|Color|Cable mark|Location origin|Location destination
101|=F1+L1-K1:A1|=F1+L1-X1:1|1.5 mm²|Blue||L1|L1
102|=F1+L1-K1:A2|=F1+L1-X1:2|0.75 mm²|Black||L1|L1
103|=F1+L1-Q1:2|=F1+L1-F2:1|2.5 mm²|Green/Yellow||L1|L1
104|=F1+L1-X1:3|=F1+L2-H1:X1|1 mm²|Red||L1|L2
"""),
    Export("PCschematic, ledningsliste in English", """
Wire no.|From component|From terminal|To component|To terminal|Colour|Area mm2|Length cm
101|K1|A1|X1|1|BU|1,5|35
102|K1|A2|X1|2|BK|0,75|41
103|Q1|2|F2|1|YE/GN|2,5|120
104|X1|3|H1|X1|RD|1|8,8
""", LENGTH),
    Export("Italian", """
Numero filo|Da componente|Da morsetto|A componente|A morsetto|Colore|Sezione mmq|Lunghezza|Note
101|K1|A1|X1|1|Blu|1,5|350|
102|K1|A2|X1|2|Nero|0,75|410|
103|Q1|2|F2|1|Giallo-Verde|2,5|1200|
104|X1|3|H1|X1|Rosso|1|88|
""", LENGTH),
    Export("Spanish", """
Nº de hilo|Origen|Borne origen|Destino|Borne destino|Color|Sección|Longitud|Observaciones
101|-K1|A1|-X1|1|Azul|1,5|350|
102|-K1|A2|-X1|2|Negro|0,75|410|
103|-Q1|2|-F2|1|Verde/Amarillo|2,5|1200|
104|-X1|3|-H1|X1|Rojo|1|88|
""", LENGTH),
    Export("Dutch", """
Draadnummer|Van component|Van klem|Naar component|Naar klem|Kleur|Doorsnede|Lengte|Opmerking
101|K1|A1|X1|1|Blauw|1,5|350|
102|K1|A2|X1|2|Zwart|0,75|410|
103|Q1|2|F2|1|Groen/Geel|2,5|1200|
104|X1|3|H1|X1|Rood|1|88|
""", LENGTH),
)  # fmt: skip
