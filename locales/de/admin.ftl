### The words of the room `admin`: its pages, messages and errors.

## Start
home-empty-title = Fangen Sie mit dem an, was Sie haben
home-empty-text = Laden Sie die Exportdatei Ihres jetzigen Systems hoch, oder erfassen Sie Ihre ersten Artikel.

## Konto
account-title = Ihr Konto
account-role = Rolle
account-business = Unternehmen
account-everywhere = Überall abmelden
account-everywhere-text = Beendet alle Ihre Sitzungen, auf diesem Gerät und auf allen anderen.
account-everywhere-do = Auf allen Geräten abmelden

## Importe: was an einer Datei nicht stimmt
import-file-empty = Diese Datei ist leer. Exportieren Sie sie noch einmal und prüfen Sie, ob sie Zeilen enthält.
import-file-no-rows = Diese Datei hat Spaltennamen, aber keine Zeilen darunter. Exportieren Sie sie noch einmal mit ihren Zeilen.
import-file-spreadsheet = Das ist eine Tabellendatei ({ $kind }), keine CSV-Datei. Öffnen Sie sie, wählen Sie „Speichern unter“ und „CSV UTF-8“ und importieren Sie diese Datei.
import-file-pdf = Das ist ein PDF-Dokument. Es lässt sich nicht als Tabelle lesen: Exportieren Sie die Daten als CSV.
import-file-archive = Das ist ein gepacktes Archiv ({ $kind }). Entpacken Sie es und importieren Sie die CSV-Datei darin.
import-file-picture = Das ist ein Bild ({ $kind }), keine Tabelle. Wählen Sie die CSV-Datei, die Ihr System exportiert.
import-file-markup = Das ist { $kind }, kein CSV, wie auch immer die Datei heißt. Öffnen Sie sie in einer Tabellenkalkulation und speichern Sie sie als „CSV UTF-8“.
import-file-binary = Das ist keine Textdatei: Zeile { $line } enthält Bytes, die in keinem Text vorkommen. Speichern Sie die Tabelle als „CSV UTF-8“ und versuchen Sie es noch einmal.
import-file-unreadable = Die Datei ließ sich nicht bis zum Ende lesen. Laden Sie sie noch einmal hoch.
import-file-one-column = Es wurde nur eine Spalte gefunden. Spalten müssen durch Komma, Semikolon, Tabulator oder senkrechten Strich getrennt sein.
import-file-too-many-columns = Diese Datei hat { $count } Spalten; { $limit } können gelesen werden. Löschen Sie Spalten, die nicht gebraucht werden.
import-file-too-many-rows = Diese Datei hat mehr als { $limit } Zeilen. Teilen Sie sie und importieren Sie die Teile nacheinander.
import-columns-missing = Sagen Sie, welche Spalten zu lesen sind: Nichts ist zugeordnet zu { $columns }.
import-mapping-stale = Die gespeicherte Zuordnung liest eine Spalte „{ $column }“, die diese Datei nicht hat. Ordnen Sie die Spalten neu zu.
import-not-this-source = Das ist keine Datei von { $wanted }; sie sieht nach { $found } aus. Wählen Sie die richtige Quelle oder lassen Sie sie erkennen.
import-not-this-kind = Eine Datei von { $found } lässt sich nicht als { $wanted ->
    [catalog] Artikel
    [inventory] Bestand
   *[other] Verkäufe
} importieren. Wählen Sie, was sie enthält.
import-kind-unclear = Die Spalten verraten nicht, ob diese Datei Artikel, Bestand oder Verkäufe enthält. Wählen Sie eines davon.
import-dates-ambiguous = In der Spalte „{ $column }“ lässt sich jedes Datum auf zwei Arten lesen: „{ $sent }“ ist { $first } oder { $second }. Sagen Sie, was stimmt.
import-dates-mixed = In der Spalte „{ $column }“ steht bei manchen Daten der Tag vorn („{ $first }“), bei anderen der Monat („{ $second }“). Sagen Sie, was stimmt, oder schreiben Sie alle gleich.

## Importe: was an einer Zeile nicht stimmt
import-row-too-many-cells = Diese Zeile hat { $cells } Zellen, es gibt aber { $columns } Spalten. Ein Text, der das Trennzeichen enthält, muss in Anführungszeichen stehen.
import-row-too-few-cells = Diese Zeile hat { $cells } Zellen, es gibt aber { $columns } Spalten. Vielleicht hat ein Zeilenumbruch in einem Text sie zerteilt.
import-quote-unclosed = Hier beginnt ein Anführungszeichen einen Text und keines beendet ihn. Ergänzen Sie das schließende, oder verdoppeln Sie ein Zeichen innerhalb des Textes.
import-cell-too-long = Eine Zelle dieser Zeile ist größer als { $limit } kB. Kürzen Sie sie; oder ein Anführungszeichen fehlt.
import-text-too-long = Das ist zu lang. Höchstens behaltene Zeichen: { $limit }.
import-text-control = Das enthält unsichtbare Steuerzeichen. Tippen Sie es neu ein.
import-text-damaged = Einige Buchstaben sind hier beschädigt (�). Exportieren Sie die Datei neu als UTF-8, oder tippen Sie den Text neu.
import-key-missing = Nichts sagt, welcher Artikel das ist. Tragen Sie SKU oder Barcode ein, in einer Artikelliste wenigstens den Namen.
import-location-missing = Diese Zeile sagt nicht, wo der Bestand liegt. Tragen Sie den Ort ein.
import-quantity-missing = Tragen Sie die Menge ein.
import-date-missing = Tragen Sie ein, wann verkauft wurde.
import-code-shortened = Eine Tabellenkalkulation hat diesen Code gekürzt, die letzten Ziffern sind verloren. Formatieren Sie die Spalte dort als Text und geben Sie den Code neu ein.
import-code-decimals = Ein Programm hat diesen Code für eine Zahl gehalten und Nachkommastellen angehängt. Entfernen Sie diese.
import-barcode-check-digit = Die letzte Ziffer von { $code } passt nicht zu den anderen; sie müsste { $expected } sein. Vergleichen Sie mit der Ware: Es kann auch eine andere Ziffer falsch sein.
import-barcode-invalid = Das kann kein Barcode sein: Es ist länger als { $limit } Zeichen oder enthält unsichtbare.
import-number-not-one = Das ist keine Zahl. Schreiben Sie sie in Ziffern, ohne Wörter und Einheiten.
import-number-other-style = Das Dezimalzeichen ist hier nicht das der übrigen Spalte. Schreiben Sie alle Zahlen einer Spalte gleich.
import-number-ambiguous = Das lässt sich auf zwei Arten lesen: { $first } oder { $second }. Schreiben Sie es ohne Tausendertrennzeichen, oder sagen Sie, welches Dezimalzeichen die Datei verwendet.
import-number-too-large = Diese Zahl ist zu groß. Prüfen Sie, ob Ziffern zu viel sind oder ein Barcode in der falschen Spalte steht.
import-number-too-fine = Höchstens behaltene Nachkommastellen: { $limit }. Runden Sie die Zahl.
import-price-negative = Ein Preis oder Einstandspreis kann nicht unter null liegen.
import-stock-negative = Weniger als nichts kann nicht im Regal stehen: Es wurde mehr verkauft als eingebucht. Zählen Sie nach und schreiben Sie, was da ist, oder 0.
import-stock-fraction = Dieser Artikel wird in ganzen Stück geführt. Schreiben Sie eine ganze Zahl.
import-status-unknown = Das ist kein Bestandsstatus. Schreiben Sie available, damaged oder quarantine.
import-quantity-zero = Ein Verkauf von nichts ändert nichts. Schreiben Sie die Menge, oder lassen Sie die Zeile weg.
import-date-not-one = Das ist kein lesbares Datum. Schreiben Sie es als 2024-05-31 14:30.
import-date-other-order = Tag und Monat stehen hier andersherum als in der übrigen Datei.
import-duplicate-sku = Diese SKU steht schon in Zeile { $line }. Jede Variante braucht eine eigene; löschen oder berichtigen Sie eine der Zeilen.
import-duplicate-variant = Dieselbe Variante steht schon in Zeile { $line }, und keine SKU unterscheidet sie. Löschen Sie eine der Zeilen oder geben Sie jeder eine SKU.
import-duplicate-stock = Der Bestand dieser Variante an diesem Ort steht schon in Zeile { $line }. Nur einer kann stimmen; löschen Sie die andere Zeile.
import-picture-alone = Dieses Bild gehört zu einem Artikel, dessen Zeilen alle abgelehnt wurden. Es kommt mit ihnen herein, sobald sie berichtigt sind.
import-item-too-large = Dieser Artikel hat mehr als { $limit } Zeilen. Teilen Sie ihn in mehrere Artikel.

## Importe: was zu einer übernommenen Zeile gesagt wird
import-note-apostrophe = Ein Apostroph davor wurde entfernt: Tabellenkalkulationen kennzeichnen damit Text.
import-note-zero-lost = So belassen. Vielleicht ging eine führende Null verloren: Mit ihr wäre es ein gültiger Barcode.
import-note-barcode-shared = Zeile { $line } hat denselben Barcode. Beim Scannen werden beide angeboten.
import-note-same-options = Zeile { $line } hat dieselben Optionen unter anderer SKU. Geben Sie einer davon einen anderen Namen, sonst sind sie nicht zu unterscheiden.
import-note-state-unknown = Dieser Status ist nicht bekannt und wurde nicht übernommen.

## Importe: als was eine Spalte gelesen werden kann
import-field-sku = SKU
import-field-barcode = Barcode
import-field-name = Artikelname
import-field-variant-name = Variantenname
import-field-description = Beschreibung
import-field-brand = Marke
import-field-category = Kategorie
import-field-tags = Schlagwörter
import-field-state = Status
import-field-archived = Archiviert
import-field-option1-name = Option 1: Name
import-field-option1-value = Option 1: Wert
import-field-option2-name = Option 2: Name
import-field-option2-value = Option 2: Wert
import-field-option3-name = Option 3: Name
import-field-option3-value = Option 3: Wert
import-field-axis = Option, benannt nach ihrer Spalte
import-field-price = Verkaufspreis
import-field-cost = Einstandspreis
import-field-currency = Währung
import-field-supplier = Lieferant
import-field-supplier-code = Artikelnummer des Lieferanten
import-field-image = Bildlink
import-field-variant-image = Bildlink der Variante
import-field-unit = Einheit
import-field-group = Artikelgruppe oder Handle
import-field-external-id = Kennung im anderen System
import-field-stockable = Lagerartikel
import-field-location = Filiale oder Lager
import-field-bin = Lagerplatz
import-field-stock-status = Bestandsstatus
import-field-on-hand = Bestand
import-field-new-on-hand = Neuer Bestand
import-field-receipt = Belegnummer
import-field-quantity = Verkaufte Menge
import-field-unit-price = Einzelpreis
import-field-sold-at = Verkaufsdatum
import-field-sold-time = Verkaufszeit
import-field-customer = Kunde
import-field-sale-kind = Art des Verkaufs
