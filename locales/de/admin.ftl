### The words of the room `admin`: its pages, messages and errors.

## Start
home-empty-title = Beginnen Sie mit dem, was Sie haben
home-empty-text = Vier Schritte führen von der Datei Ihres bisherigen Systems zum gezählten Regal.
home-morning = Guten Morgen, { $name }
home-afternoon = Guten Tag, { $name }
home-evening = Guten Abend, { $name }
home-waiting = { $count ->
    [0] nichts wartet auf Sie
    [one] eine Sache wartet auf Sie
   *[other] { $count } Dinge warten auf Sie
}
home-nothing = Nichts wartet auf Sie
    .hint = Zählungen zum Prüfen, Ware unterwegs und Dateien zum Berichtigen erscheinen hier.
home-today = Heute
home-new-count = Neue Zählung
home-figures = Kennzahlen
home-value = Bestandswert zu Kosten
    .note = zu den jeweils letzten Kosten
home-units = Einheiten im Bestand
    .note = ohne, was unterwegs ist
home-variants = Varianten
    .note = nicht archiviert
home-out = Ausverkauft
    .note = waren da, nichts mehr zu verkaufen
    .anywhere = in mindestens einem Geschäft
home-counts = Offene Zählungen
    .note = geplant, im Gang oder zu prüfen
home-moves = Bewegungen heute
home-moves-note = { $count ->
    [one] Höchstwert in 14 Tagen: eine
   *[other] Höchstwert in 14 Tagen: { $count }
}
home-chart = Bewegungen der letzten 14 Tage
home-chart-day = Tag
home-chart-today = Heute
home-chart-summary = Balken der Bewegungen je Tag und Geschäft. Am meisten war am { $day } los, mit { $count }.
home-wrong = Bitte ansehen
home-look = Ansehen
home-proof-failed = { $count ->
    [one] Die Bücher gehen nicht auf: eine Zeile ist falsch
   *[other] Die Bücher gehen nicht auf: { $count } Zeilen sind falsch
}
home-negative = { $count ->
    [one] Ein Bestand liegt unter null
   *[other] { $count } Bestände liegen unter null
}
home-negative-fact = Es ging mehr hinaus, als eingebucht war. Zählen Sie nach oder buchen Sie ein, was kam.
home-review = Zählung „{ $name }“ prüfen
home-review-do = Prüfen
home-transfer = Umlagerung { $code } annehmen
home-transfer-do = Annehmen
home-to = nach
home-shipped = abgeschickt { $day }
home-import-ready = { $name } importieren
home-import-ready-fact = Geprüft; nichts wird geschrieben, bevor Sie es sagen.
home-import-rows = { $count ->
    [one] Eine Zeile von { $name } berichtigen
   *[other] { $count } Zeilen von { $name } berichtigen
}
home-import-rows-fact = Zurückgelegt; alles andere ist übernommen.
home-import-rows-do = Berichtigen
home-count = „{ $name }“ zählen
home-count-do = Zählen
home-steps = Erste Schritte
home-step-done = Erledigt
home-step-store = Das erste Geschäft anlegen
    .text = Seine Zeitzone sagt, wann ein Tag endet; seine Plätze sagen, wo etwas steht.
    .do = Geschäft anlegen
home-step-items = Die Artikel übernehmen
    .text = Nehmen Sie die Datei, die Ihr bisheriges System ausgibt. Sie sehen, was sich ändern würde, bevor etwas geschieht.
    .do = Datei importieren
home-step-stock = Einbuchen, was in den Regalen steht
    .text = Ein Import der Bestände erledigt es, oder ein Wareneingang je Lieferung.
    .do = Ware annehmen
home-step-count = Ein Regal zählen
    .text = Zählung planen, mit dem Telefon abgehen, Abweichungen freigeben.
    .do = Zählung planen

## Konto
account-title = Ihr Konto
account-role = Rolle
account-business = Betrieb
account-businesses = Betriebe
account-business-do = Hier arbeiten
account-profile = Sie
account-language-browser = Wie der Browser es wünscht
account-password-current = Bisheriges Kennwort
account-password-new = Neues Kennwort
account-password-again = Neues Kennwort, noch einmal
account-password-hint = Mindestens 12 Zeichen. Vier Wörter ohne Zusammenhang sind leicht zu merken und schwer zu erraten.
account-password-do = Kennwort ändern
account-password-changed = Ihr Kennwort ist geändert. Alle anderen Geräte sind abgemeldet.
account-everywhere = Überall abmelden
account-everywhere-text = Beendet jede Ihrer Sitzungen, auf diesem Gerät und auf allen anderen.
account-everywhere-do = Auf allen Geräten abmelden
password-too-short = Ein Kennwort hat mindestens { $min } Zeichen. Fügen Sie ein, zwei Wörter an.
password-wrong = Das ist nicht Ihr bisheriges Kennwort.
password-same = Das ist Ihr bisheriges Kennwort. Wählen Sie ein anderes.
password-not-again = Das weicht vom neuen Kennwort darüber ab. Geben Sie beide noch einmal ein.
password-once = Notieren Sie es oder geben Sie es jetzt weiter: Es wird nur dieses eine Mal gezeigt und nirgends aufbewahrt.
password-once-done = Ich habe es weitergegeben

## Personen
people-lead = Wer hereindarf und was hier erlaubt ist.
people-add = Person hinzufügen
people-add-lead = Sie meldet sich mit E-Mail und einem ersten Kennwort an, das Sie weitergeben.
people-add-effect = Sie darf sofort herein.
people-add-do = Hinzufügen
people-email-hint = Wer hier schon in einem anderen Betrieb arbeitet, behält sein Kennwort.
people-added = { $name } kann sich anmelden
people-added-known = { $email } darf herein, mit dem bisherigen Namen und Kennwort.
people-you = Sie selbst
people-joined = Hier seit
people-state = Zutritt
people-disabled = Ausgesperrt
people-role-legend = Was erlaubt ist
people-role-do = Rolle ändern
people-role-changed = { $name } hat ab sofort eine andere Rolle.
people-password = Kennwort
    .text = Für jemanden, der seines vergessen hat. Es gibt ein neues, und alle Geräte werden abgemeldet.
people-password-do = Neues Kennwort erzeugen
people-password-set = { $name } hat ein neues Kennwort
people-disable = Aussperren
    .text = Meldet die Person sofort auf allen Geräten ab und hält sie aus diesem Betrieb fern, bis Sie sie wieder hereinlassen.
people-disabled-done = { $name } ist ausgesperrt.
people-enable = Wieder hereinlassen
    .text = Mit dem Kennwort und der Rolle von vorher.
people-enabled-done = { $name } darf wieder herein.
people-remove = Aus diesem Betrieb entfernen
    .text = Was getan wurde, bleibt unter dem Namen im Verlauf. Sie können die Person wieder hinzufügen.
people-removed = { $name } ist nicht mehr hier.
people-self = Das sind Sie. Rolle und Zutritt kann ein anderer Inhaber ändern; Name und Kennwort stehen in Ihrem Konto.
person-self = Das können Sie nicht mit sich selbst tun. Bitten Sie einen anderen Inhaber.
person-last-owner = Das ist der letzte Inhaber, der hereindarf. Machen Sie zuerst jemand anderen zum Inhaber.
person-elsewhere = Die Person arbeitet auch in einem anderen Betrieb; ihr Kennwort kann nur sie selbst ändern.
person-email-taken = Diese Adresse hat schon jemand.
member-already = Die Person ist schon hier.

## Einstellungen
settings-stores =
    .note = Läden, Lager und die Plätze darin
settings-people =
    .note = Wer hereindarf und was erlaubt ist
settings-imports =
    .note = Dateien aus anderen Systemen
settings-verify =
    .note = Rechnet jede Bewegung nach
settings-account =
    .note = Sprache, Aussehen, Kennwort
settings-api = Schnittstelle
    .note = Ihre Beschreibung, für Programme
settings-business = Dieser Betrieb
settings-name = Bezeichnung
settings-language-hint = Für alle, die keine gewählt haben.
settings-zone = Zeitzone
    .hint = Wo kein Geschäft gemeint ist, etwa Europe/Berlin. Jedes Geschäft hat seine eigene.
settings-currency = Währung
    .hint = Alle Kosten und Preise stehen in ihr, darum bleibt sie.
settings-base = Anfang der Links in gedruckten Codes
    .hint = Etwa https://id.example.com. Gedrucktes lässt sich nicht mehr ändern: Wählen Sie eine Adresse, die Sie behalten.
settings-one-person = Eine Person macht alles
    .hint = Wer zählt, darf dann selbst freigeben, nach einem zweiten Blick und mit Begründung. Der Verlauf vermerkt es.
one-person-owner = Nur ein Inhaber kann das umschalten: Es erlaubt, eigene Zählungen selbst freizugeben.
public-base-https = Beginnen Sie mit https://
public-base-host = Schreiben Sie den Namen des Servers in Kleinbuchstaben, etwa id.example.com: ohne Port, Zahl oder Anmeldung.
public-base-path = Der Pfad darf Kleinbuchstaben, Ziffern und Bindestriche haben, etwa /laden.

## Nachweis der Bücher
proof-lead = Rechnet das Buch von der ersten Bewegung an nach und vergleicht es mit allem, was geführt wird.
proof-now = Jetzt nachweisen
proof-under-way = Ein Nachweis läuft.
proof-none = Noch nie nachgewiesen
    .hint = Ein Nachweis liest jede Bewegung und hält niemanden auf.
proof-history = Nachweise
proof-of = Nachweis vom { $time }
proof-clean = Die Bücher stimmen
    .text = Jede Prüfung ist bestanden, über jede Zeile.
proof-wrong = { $count ->
    [one] Eine Zeile ist falsch
   *[other] { $count } Zeilen sind falsch
}
    .text = Die ersten jeder Art stehen unten. Über Stockroom lassen sich Zeilen nicht ändern: Jemand oder etwas hat in die Datenbank selbst geschrieben.
proof-checks = Was geprüft wurde
proof-check = Prüfung
proof-examined = Geprüfte Zeilen
proof-took = Dauer
proof-took-less = weniger als eine Sekunde
proof-took-seconds = { $count ->
    [one] eine Sekunde
   *[other] { $count } Sekunden
}
proof-outcome = Ergebnis
proof-right = Richtig
proof-wrong-rows = { $count ->
    [one] 1 falsch
   *[other] { $count } falsch
}
proof-more = { $count ->
    [one] Eine weitere ist falsch.
   *[other] { $count } weitere sind falsch.
}
proof-what = Was falsch ist
proof-key = Wo
proof-seq = Folgenummer
proof-posting = Buchung
proof-operation = Geschrieben von

proof-sequence = Folgenummern
    .hint = Die Bewegungen eines Artikels an einem Platz sind lückenlos nummeriert, und jeder Bestand folgt aus dem davor.
proof-chain = Kette der Bewegungen
    .hint = Jede Bewegung trägt die Prüfsumme der vorigen.
proof-balance = Bestände
    .hint = Was als Bestand geführt wird, ist das, was die letzte Bewegung hinterließ.
proof-double-entry = Doppelte Buchführung
    .hint = Was eine Buchung einem Platz nimmt, bringt sie einem anderen.
proof-posting-hash = Buchungen
    .hint = Die Prüfsumme jeder Buchung deckt alles, was sie sagt, und alle ihre Bewegungen.
proof-promise = Zusagen
    .hint = Was ein Geschäft verkaufen darf, ist das, was auf seinen Plätzen verfügbar steht.
proof-seal = Siegel
    .hint = Jedes Siegel ist von diesem System unterschrieben, nennt das vorige und deckt seine Zeilen.
proof-sealed-rows = Besiegelte Zeilen
    .hint = Jede Buchung ist besiegelt oder wird es gleich, und keine besiegelte Zeile fehlt.
proof-audit = Verlauf
    .hint = Wer was getan hat, steht da, wie es geschrieben wurde.

proof-sequence-gap = Hier sollte Nummer { $expected } stehen; es steht { $found } da.
proof-running-balance = Nach dieser Bewegung sollte der Bestand { $expected } sein; geschrieben steht { $found }.
proof-hash = Die Prüfsumme sollte mit { $expected } beginnen; geschrieben steht { $found }. Etwas in dieser Zeile wurde geändert.
proof-balance-differs = Nach dem Buch sollten { $expected } da sein; geführt werden { $found }.
proof-balance-orphan = { $found } werden als Bestand geführt, aber hier hat sich nie etwas bewegt.
proof-balance-missing = Nach dem Buch sollten { $expected } da sein; geführt wird nichts.
proof-legs-missing = Diese Buchung hat { $found } Bewegungen; geschrieben wurde sie mit { $expected }.
proof-not-balanced = Die Bewegungen einer Zeile ergeben { $found }, nicht { $expected }.
proof-legs-orphan = Diese Bewegungen gehören zu keiner Buchung.
proof-promise-differs = Im Geschäft stehen { $expected } verfügbar; nach seiner Zeile dürfen { $found } verkauft werden.
proof-seal-missing = Ein Siegel vor Nummer { $number } fehlt oder wurde ersetzt.
proof-seal-forged = Siegel { $number } ist nicht mit dem Schlüssel dieses Systems unterschrieben.
proof-seal-broken = Die Zeilen unter Siegel { $number } sind nicht die, über die es gemacht wurde.
proof-row-changed = Diese Zeile wurde geändert, nachdem sie geschrieben war.
proof-row-gone = Eine besiegelte Zeile fehlt.

## The words of the room `admin`: its pages, messages and errors.

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

# The pager under the rows set aside, told apart from that of the changes.
import-aside-pages = Seiten der zurückgelegten Zeilen
