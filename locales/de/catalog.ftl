### The words of the room `catalog`: its pages, messages and errors.

## Alle Artikel
items-title = Artikel
items-sub = Nach Name sortiert
items-sub-store = Nach Name sortiert · Bestand von { $store }
items-all = Alle Artikel zeigen
items-none = Noch keine Artikel
    .hint = Ein Artikel ist, was Sie verkaufen, mit seinen Varianten, Codes und Preisen. Übernehmen Sie die Datei Ihres heutigen Systems oder legen Sie den ersten von Hand an.
items-import = Datei importieren
item-new = Neuer Artikel

categories-title = Kategorien
categories-sub = Benennen Sie sie um, legen Sie zwei zusammen oder legen Sie eine an, bevor etwas darin ist.
categories-none = Noch keine Kategorien
    .hint = Legen Sie hier eine an oder nennen Sie eine bei einem Artikel.
categories-search = Anfang des Namens
categories-all = Alle Kategorien
category-without = Ohne Kategorie
category-new = Neue Kategorie
category-create = Kategorie anlegen
category-rename = Umbenennen
category-rename-title = { $name } umbenennen
category-merge = Mit einer anderen zusammenlegen
category-merge-title = { $name } mit einer anderen Kategorie zusammenlegen
category-merge-effect = Alle Artikel von { $name } kommen in die gewählte Kategorie, und { $name } wird gelöscht. Das lässt sich nicht rückgängig machen.
category-merge-into = Kategorie, die bleibt
category-merge-choose = Kategorie wählen
category-merge-do = Kategorien zusammenlegen
category-merge-instead = Stattdessen zusammenlegen
category-open-other = Diese Kategorie öffnen
category-delete = Löschen
category-archived = Archivierte Artikel
category-under-way = Ihre Artikel kommen gerade in eine andere Kategorie; danach wird sie gelöscht:
category-created = Die Kategorie { $name } ist angelegt.
category-deleted = Die Kategorie { $name } ist gelöscht.
category-merged = { $count ->
    [0] { $name } hatte keine Artikel und ist gelöscht.
    [one] Ein Artikel von { $name } ist jetzt hier, und { $name } ist gelöscht.
   *[other] { $count } Artikel von { $name } sind jetzt hier, und { $name } ist gelöscht.
}
category-merge-begun = { $count ->
    [one] Ein Artikel von { $name } ist jetzt hier. Die übrigen folgen von selbst.
   *[other] { $count } Artikel von { $name } sind jetzt hier. Die übrigen folgen von selbst.
}

## Ein Artikel
item-state = Status
state-phase-out = Läuft aus
item-category = Kategorie
item-brand = Marke
item-variant = Variante
item-variants = Varianten
item-variants-stock = Vorhanden nach Filiale, verfügbar insgesamt
item-price = Preis
item-price-range = { $from } bis { $to }
item-price-lowest = Niedrigster Preis
item-price-highest = Höchster Preis
item-cost = Einkaufspreis
item-margin = Spanne
item-place = Ort
item-unit = Einheit
item-whole = Nur ganze Einheiten
item-handle = Kurzname
item-created = Angelegt
item-gtin = GTIN
item-barcode = Barcode
item-supplier = Lieferant
item-supplier-code = Code des Lieferanten
item-description = Beschreibung
item-pictures = Links zu Bildern
item-picture = Bild { $number }
item-movements = Bewegungen
item-past = Früherer Bestand
item-facts = Angaben
item-latest = Letzte Änderungen
item-labels = Etiketten drucken
item-adjust = Korrigieren
item-make = Status setzen: { $state }
item-variant-count = { $count ->
    [one] { $count } Variante
   *[other] { $count } Varianten
}
item-all-variants = Alle Varianten
item-find-variant = Variante suchen
item-variants-more = { $count ->
    [one] Eine weitere. Suchen Sie danach.
   *[other] { $count } weitere. Suchen Sie danach.
}
item-stock-by-place = Bestand nach Ort
item-stock-none = Es wurde noch nie Bestand erfasst
    .hint = Nehmen Sie Ware an, zählen Sie oder importieren Sie Ihren Bestand; dann steht er hier nach Filiale und Ort.
item-unit-of = { $unit } zu { $size }

barcodes-title = Barcodes
barcodes-none = Noch kein Barcode
    .hint = Scannen oder tippen Sie unten einen. Ein Code steht für genau eine Variante.
supplier-codes-title = Codes der Lieferanten
supplier-codes-none = Noch kein Code eines Lieferanten
    .hint = So heißt der Artikel auf dem Lieferschein; dann wird er auch darunter gefunden.

## Anlegen und ändern
item-new-sub = Ein Formular für einen Artikel mit allen Varianten.
item-what = Was es ist
    .hint = Nach dem Namen wird gesucht; Marke und Kategorie helfen dabei.
item-category-hint = Wählen Sie eine oder tippen Sie eine neue ein.
item-unit-hint = Worin der Bestand gezählt wird.
item-whole-hint = Ein halbes Stück lässt sich nicht verkaufen, annehmen oder zählen.
item-state-active = Wird verkauft.
item-state-draft = In Vorbereitung, noch nicht im Verkauf.
item-state-phase-out = Wird abverkauft und nicht mehr bestellt.
item-state-archived = Weggelegt. Der Verlauf bleibt erhalten.
item-prices = Preis und Codes
    .hint = All das hat Zeit, und jede Variante darf später abweichen.
item-cost-hint = Was ein Stück Sie zuletzt gekostet hat, ohne Steuer.
item-sku-hint = Ihre eigene Nummer dafür. Bleibt das Feld leer, vergeben wir eine.
item-barcode-hint = Scannen Sie ihn oder tippen Sie die Ziffern unter den Strichen.
item-options = Ausführungen
    .hint = Gibt es mehrere Farben oder Größen, nennen Sie, worin sie sich unterscheiden, und zählen Sie mit Kommas auf, was es gibt. Jede Kombination wird eine Variante.
item-axis = Merkmal { $number }
item-axis-values = Was es gibt
item-axis-1 = Farbe
    .values = Rot, Blau
item-axis-2 = Größe
    .values = S, M, L, XL
item-axis-3 = Stoff
    .values = Baumwolle, Leinen
item-axes = Namen der Merkmale
    .hint = Worin sich die Varianten unterscheiden. Was jede Variante ist, ändern Sie bei ihr.
attributes-title = Eigenschaften
    .hint = Woraus er besteht, für welche Jahreszeit, wie man ihn pflegt: je ein Name und ein Wert. Auch nach den Werten wird gesucht.
attribute-what = Wert
attribute-name = Name der Eigenschaft { $number }
attribute-value = Wert der Eigenschaft { $number }
attribute-add = Eigenschaft hinzufügen
attribute-drop = Eigenschaft { $number } entfernen
item-more = Mehr dazu
    .hint = Für alle, die mehr wissen wollen.
item-pictures-hint = Einer je Zeile, beginnend mit https://. Wir bewahren sie auf und rufen sie nicht ab.
item-handle-hint = In Dateien und Adressen. Bleibt das Feld leer, entsteht er aus dem Namen.
item-new-effect = Legt den Artikel an. Bestand kommt mit der ersten Annahme, Zählung oder Datei.
item-create = Artikel anlegen
item-created-notice = { $name } steht in Ihrem Katalog.
item-duplicates = Das gibt es vielleicht schon:
item-duplicates-anyway = Das ist ein anderer Artikel. Trotzdem anlegen.
item-duplicates-anyway-save = Das ist ein anderer Artikel. Trotzdem speichern.
item-duplicate-barcode = gleicher Barcode
item-edit = { $name } bearbeiten
item-stale = Jemand hat dies geändert, während Sie daran gearbeitet haben. Ihre Eingaben sind noch da. Prüfen Sie sie und speichern Sie noch einmal, um die andere Änderung zu ersetzen.

variant-edit = Variante bearbeiten
variant-new = Neue Variante
variant-create = Variante anlegen
variant-added = Die Variante { $sku } ist angelegt.
variant-as-item = Wie der Artikel
    .hint = Sie geht mit dem Artikel mit.
axes-of = Merkmale von { $name }
axes-add = Merkmale hinzufügen
axes-change = Merkmale ändern
axis-drop = Merkmal { $number } entfernen
axes-more = Neue Merkmale
    .hint = { $count ->
        [one] Nennen Sie, worin sich die Varianten unterscheiden, etwa die Farbe, und was die vorhandene Variante ist. Danach können Sie weitere anlegen.
       *[other] Nennen Sie, worin sich die Varianten unterscheiden, und was die vorhandenen sind. Jede lässt sich danach ändern.
    }
axis-value = { $count ->
    [one] Was die Variante ist
   *[other] Was alle { $count } Varianten sind
}
axes-effect = Varianten werden an anderen Merkmalen unterschieden. Ihr Bestand und ihre Codes bleiben, wie sie sind.

barcode-kind = Art
barcode-own = Eigener Code
barcode-under = Unter dem Code
barcode-unit = Einheit unter dem Code
barcode-pack = Wie viele darin sind
barcode-pack-hint = 1 für ein einzelnes Stück, 12 für einen Karton zu 12.
barcode-add = Barcode hinzufügen
barcode-added = Der Barcode { $code } ist hinzugefügt.
barcode-removed = Der Barcode { $code } ist entfernt.
barcode-remove = { $code } entfernen
supplier-code-add = Code eines Lieferanten hinzufügen

## Verlauf
did-catalog-create-item = Artikel angelegt
did-catalog-add-variant = Variante angelegt
did-catalog-edit-item = Artikel geändert
did-catalog-edit-variant = Variante geändert
did-catalog-change-axes = Merkmale geändert
did-catalog-set-item-state = Status geändert
did-catalog-archive-item = Archiviert
did-catalog-restore-item = Wiederhergestellt
did-catalog-add-barcode = Barcode hinzugefügt
did-catalog-remove-barcode = Barcode entfernt
did-catalog-add-supplier-code = Code eines Lieferanten hinzugefügt
did-catalog-remove-supplier-code = Code eines Lieferanten entfernt
did-catalog-create-category = Kategorie angelegt
did-catalog-rename-category = Kategorie umbenannt
did-catalog-merge-categories = Kategorien zusammengelegt
did-catalog-move-merged = Kategorien zusammengelegt
did-catalog-delete-category = Kategorie gelöscht
changed-handle = Kurzname
changed-description = Beschreibung
changed-brand = Marke
changed-category = Kategorie
changed-unit = Einheit
changed-whole = Nur ganze Einheiten
changed-axes = Merkmale
changed-attribute = Eigenschaft
changed-image-links = Links zu Bildern
changed-sku = Artikelnummer
changed-options = Ausführung
changed-price = Preis
changed-cost = Einkaufspreis
changed-barcode = Barcode
changed-supplier-code = Code des Lieferanten
changed-variants-added = Varianten
changed-merged = Aufgenommen
changed-merged-into = Aufgegangen in

## Scannen
scan-title = Was ist dieser Code?
scan-code = Code scannen oder tippen
scan-nothing = Scannen Sie etwas
    .hint = Artikel, Regal oder Karton: Was der Code auch ist, Sie kommen auf die Seite, für die er steht.
scan-several = Dieser Code steht für mehreres. Wählen Sie eines.
scan-by = Bekannt durch
scan-by-gtin = GTIN
scan-by-barcode = Barcode
scan-by-supplier = Code von { $supplier }
scan-unknown = Nichts hier hat den Code { $code }
    .hint = Er kann zu einem Artikel gehören, der noch keinen Barcode hat, oder zu einem, der nicht im Katalog steht.
scan-check-digit = Die letzte Ziffer passt nicht zu den anderen; sie müsste { $expected } sein. Scannen Sie noch einmal.
scan-new-item = Neuer Artikel mit diesem Code
scan-search = Danach suchen
scan-container = { $code } ist die Nummer einer Versandeinheit. Sie enthält Ware, ist aber keine.
scan-command = { $code } ist ein Befehl für das Telefon. Scannen Sie ihn im Verkaufsraum-Modus.
scan-unreadable = Das lässt sich nicht als Code lesen. Scannen Sie noch einmal oder tippen Sie ihn ein.

## Was falsch sein kann
sku-taken = Die Artikelnummer { $sku } gehört zu { $name }. Jede Variante braucht eine eigene.
sku-twice = Die Variante { $sku } ist zweimal genannt.
handle-taken = { $name } hat diesen Kurznamen schon. Wählen Sie einen anderen.
barcode-taken = Der Code { $code } steht schon bei { $name } ({ $sku }). Ein Code bedeutet eines; entfernen Sie ihn zuerst dort.
barcode-with-options = Jede Variante hat einen eigenen Barcode. Lassen Sie das Feld leer und tragen Sie die Barcodes bei den Varianten ein.
options-taken = Genau das ist schon die Variante { $sku }.
options-too-many = Das sind mehr Merkmale, als der Artikel hat.
axis-twice = Dieses Merkmal ist zweimal genannt.
variants-same = Die Varianten { $sku } und { $other } wären dann gleich.
axis-value-missing = Für die Variante { $sku } fehlt hier die Angabe.
axes-too-many = { $max ->
    [one] Ein Artikel kann sich nur in einem Merkmal unterscheiden.
   *[other] Ein Artikel kann sich in höchstens { $max } Merkmalen unterscheiden.
}
axes-fixed = { $count ->
    [0] Dieser Artikel hat keine Merkmale.
    [one] Dieser Artikel hat ein Merkmal.
   *[other] Dieser Artikel hat { $count } Merkmale.
}
attribute-twice = Diesen Namen gibt es hier schon.
attributes-too-many = { $max ->
    [one] Ein Artikel kann nur eine Eigenschaft haben.
   *[other] Ein Artikel kann höchstens { $max } Eigenschaften haben.
}
variants-too-many = { $max ->
    [one] In einen Artikel passt höchstens eine Variante.
   *[other] In einen Artikel passen höchstens { $max } Varianten.
}
codes-too-many = { $max ->
    [one] Hier passt höchstens ein Code.
   *[other] Hier passen höchstens { $max } Codes.
}
links-too-many = { $max ->
    [one] Hier passt höchstens ein Link.
   *[other] Hier passen höchstens { $max } Links.
}
link-invalid = Das ist kein Link zu einem Bild. Er beginnt mit https:// und hat keine Leerzeichen.
item-has-stock = Davon ist noch Bestand da. Verkaufen Sie ihn, lagern Sie ihn aus oder buchen Sie ihn ab; dann lässt sich der Artikel archivieren.
item-unit-fixed = Davon wurde schon Bestand in dieser Einheit bewegt; darum bleibt die Einheit.
item-whole-fixed = Davon wurde schon Bestand bewegt, vielleicht in Bruchteilen; darum lässt sich das nicht mehr ändern.
catalog-busy = Jemand hat im selben Moment denselben Code gespeichert. Es wurde nichts geändert; versuchen Sie es noch einmal.
category-taken = Die Kategorie { $name } heißt schon so. Wählen Sie einen anderen Namen oder legen Sie die beiden zusammen.
category-same = Eine Kategorie lässt sich nicht mit sich selbst zusammenlegen. Wählen Sie eine andere.
category-merging = Gerade kommen noch Artikel aus { $name } heraus oder hinein. Versuchen Sie es gleich noch einmal.
category-counted = Die Zählung { $count } gilt der Kategorie { $name }. Buchen Sie sie zuerst oder brechen Sie sie ab.
category-has-items = { $count ->
    [one] { $name } hat einen Artikel, archivierte mitgezählt. Geben Sie ihm eine andere Kategorie oder legen Sie die beiden zusammen.
   *[other] { $name } hat { $count } Artikel, archivierte mitgezählt. Geben Sie ihnen eine andere Kategorie oder legen Sie die beiden zusammen.
}

# The caption of the table under “Stock by place”; it names the region it scrolls in, so it is not the same.
item-stock-caption = Vorhanden, zugesagt und verfügbar an jedem Platz

## Tracking
tracking-of = Verfolgung von { $name }
tracking-lots = Chargen
tracking-pieces = Stücke
life-title = Restlaufzeit
    .hint = Verlangt von Chargen mit letztem Tag, in Tagen nach dem Tag selbst. Was kürzer hält, wird nicht als verfügbar angenommen und auf diesem Weg nicht verkauft.
life-receipt = Bei der Lieferung
life-till = Im Laden
life-pickup = Abholung in der Filiale
life-online = Versand an Kunden
life-days = Tage
life-not-days = Geben Sie ganze Tage an, 0 bis { $max }.
life-too-long = Höchstens { $max } Tage können verlangt werden.
tracking-counted = Der Artikel wird gerade gezählt. Beenden oder verwerfen Sie zuerst die Zählung.
tracking-in-stock = Vorhandener Bestand ist nicht so unterschieden. Buchen Sie ihn zuerst aus, ändern Sie dies, und buchen Sie ihn mit Chargen oder Nummern wieder ein.
tracking-without-day = Einige vorhandene Chargen haben keinen letzten Tag. Geben Sie ihn zuerst an.

## Tracking
did-catalog-set-tracking = Verfolgung geändert
changed-tracking = Verfolgung
changed-life-receipt = Restlaufzeit bei Lieferung, in Tagen
changed-life-till = Restlaufzeit im Laden, in Tagen
changed-life-pickup = Restlaufzeit bei Abholung, in Tagen
changed-life-online = Restlaufzeit bei Versand, in Tagen

## Eigene Einheiten
units-title = Einheiten
    .hint = Kisten, Schachteln und worin er sonst kommt oder verkauft wird.
unit-add = Einheit anlegen oder ändern
unit-effect = Eine davon sind so viele der Grundeinheit: { $base }. Was bisher erfasst wurde, behält die Zahl seines Tages.
unit-name =
    .hint = case, pack, box oder ein eigener Name. Der Name einer vorhandenen Einheit ändert sie.
unit-num = Grundeinheiten
unit-den = In so vielen dieser Einheit
    .hint = In der Regel 1. Drei davon sind eine Grundeinheit: 1 in 3.
unit-fractions = Bruchteile davon dürfen erfasst werden
unit-in = In der Grundeinheit ({ $base })
unit-from = Woher
unit-from-base = Grundeinheit
unit-from-known = Allgemein bekannt
unit-from-own = Eigene
unit-from-barcode = Ein Barcode nennt sie
unit-archive = { $unit } weglegen
unit-ratio = Geben Sie ganze Zahlen ab 1 ein.
unit-known = Was { $unit } ist, steht schon fest. Geben Sie der Einheit einen anderen Namen.
unit-barcode-differs = Laut einem Barcode enthält diese Einheit { $pack }. Ändern Sie den Barcode oder geben Sie hier dasselbe ein.
unit-has-barcode = Ein Barcode steht für die Einheit { $unit }. Entfernen Sie zuerst den Barcode.
units-too-many = Ein Artikel hat höchstens { $max } eigene Einheiten.
barcode-pack-differs = Eine Einheit { $unit } dieses Artikels enthält { $pack }. Geben Sie hier dasselbe ein oder ändern Sie die Einheit.
did-catalog-set-variant-unit = Einheit festgelegt
did-catalog-archive-variant-unit = Einheit weggelegt
changed-own-unit = Einheit
changed-unit-fractions = Einheit mit Bruchteilen

## Sets
kit-title = Set
    .hint = Ein Set wird als Bündel anderer Artikel verkauft. Es hat selbst keinen Bestand: Was davon verkauft wird, geht von seinen Bestandteilen ab.
kit-components = Bestandteile
kit-each = Ein Set braucht
kit-makes = Herstellbar
kit-makes-caption = Wie viele jede Filiale zusammenstellen kann
kit-makes-none = Noch keine Filiale hatte etwas von den Bestandteilen.
kit-none = Das ist kein Set
    .hint = Fügen Sie hinzu, was eines davon braucht. Von da an hat es selbst keinen Bestand.
kit-add = Bestandteil hinzufügen
kit-effect = Die Menge steht in der Basiseinheit des Bestandteils. Was schon verkauft wurde, bleibt, wie es verkauft wurde.
kit-remove = { $item } aus dem Set nehmen
kit-of-itself = Ein Set kann sich nicht selbst enthalten. Wählen Sie einen anderen Artikel.
kit-of-kit = { $sku } ist ein Set. Nennen Sie stattdessen dessen Bestandteile.
kit-component-twice = { $sku } ist schon im Set. Nehmen Sie es zuerst heraus und fügen Sie es mit der neuen Menge hinzu.
kit-has-stock = Von diesem Artikel wurde schon Bestand bewegt, oder er wird gerade gezählt; er kann kein Set werden. Legen Sie für das Set einen neuen Artikel an.
kit-is-component = Dieser Artikel ist Bestandteil eines anderen Sets und kann selbst keines sein.
kit-too-many = Ein Set hat höchstens { $max } Bestandteile.
did-catalog-set-kit = Set geändert
changed-kit = Bestandteile
