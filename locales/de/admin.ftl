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
home-figures-at = Stand { $time }
home-value = Bestandswert, auch unterwegs
home-value-through = bewertet bis { $time }
home-units = Einheiten im Bestand
    .note = ohne, was unterwegs ist
home-variants = Varianten
    .note = nicht archiviert
home-out = Ausverkauft
    .note = waren da, nichts mehr zu verkaufen
    .anywhere = in mindestens einer Filiale
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
home-chart-summary = Balken der Bewegungen je Tag und Filiale. Am meisten war am { $day } los, mit { $count }.
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
home-step-store = Die erste Filiale anlegen
    .text = Ihre Zeitzone sagt, wann ein Tag endet; ihre Plätze sagen, wo etwas steht.
    .do = Filiale anlegen
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
account-language-business = Wie im Betrieb
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
    .hint = Wo keine Filiale gemeint ist, etwa Europe/Berlin. Jede Filiale hat ihre eigene.
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

# $expected, $found (String): Beträge oder Mengen
proof-cost-differs = Es ergibt { $expected }; geschrieben steht { $found }.
# $expected, $found (String): Mengen
proof-cost-quantity-differs = Dort stehen { $expected }; bewertet sind oder warten { $found }.
## Prüfung der Bücher
proof-lead = Rechnet das Buch nach und vergleicht es mit allem, was geführt wird.
proof-now = Jetzt prüfen
proof-under-way = Eine Prüfung läuft.
proof-none = Noch nie geprüft
    .hint = Eine Prüfung liest jede Bewegung und hält niemanden auf.
proof-history = Prüfungen
proof-of = Prüfung vom { $time }
proof-clean = Die Bücher stimmen
    .text = Jede Prüfung ist bestanden, über jede Zeile.
# $time (String): from when on
proof-clean-since = Was seit { $time } gebucht wurde, stimmt
    .text = Und alles, was davon berührt ist, von seiner ersten Bewegung an. Was nicht angesehen wurde, steht unten.
proof-unseen = Nicht angesehen
proof-unseen-before = Was vorher gebucht wurde, außer von Bestand, der sich seither bewegt hat.
proof-unseen-still = Bestand, der sich seither nicht bewegt hat: was davon da ist, was davon zugesagt ist, seine Chargen und sein Wert.
proof-unseen-days = Die Summen der Kosten je Tag.
proof-unseen-own = Ob alles, was die Bücher nennen, diesem Unternehmen gehört.
proof-untouched = seither nichts
proof-start = Bücher prüfen
proof-extent = Was geprüft wird
proof-extent-all = Alles
    .hint = Von der ersten Bewegung an.
proof-extent-last = Seit der letzten fehlerfreien Prüfung
    .hint = Was noch keine fehlerfreie Prüfung angesehen hat. Gibt es keine, oder fand die letzte Fehler: alles.
proof-extent-day = Seit einem Tag
    .hint = Was seither gebucht wurde, und alles, was davon berührt ist.
# $time (String): from when on
proof-extent-since = seit { $time }
proof-since-day = Tag
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
    .hint = Was eine Filiale verkaufen darf, ist das, was auf ihren Plätzen verfügbar steht.
proof-reserved = Reserviert
    .hint = Zugesagt ist von jedem Artikel, was von seinen Reservierungen offen ist.
proof-shortage = Fehlmengen
    .hint = Was über den Bestand hinaus zugesagt ist, steht als Fehlmenge.
proof-cost-entries = Wertbuchungen
    .hint = Jede Wertbuchung hinterlässt, was die vorige hinterließ, und sich selbst.
proof-cost-pools = Bestandswert
    .hint = Was der Bestand wert ist, ergibt sich aus seinen Wertbuchungen und aus dem Rest seiner Schichten.
proof-cost-layers = Kostenschichten
    .hint = Aus jeder Schicht kam genau heraus, was hineinging, bis auf ihren Rest.
proof-cost-quantity = Bewerteter Bestand
    .hint = Was bewertet ist oder noch darauf wartet, ist das, was in den Läden steht.
proof-cost-days = Kosten je Tag
    .hint = Die Summen jedes Tages sind die seiner Wertbuchungen.
proof-floor = Nichts unter null
    .hint = Kein Platz liegt unter null, außer wo es erlaubt ist oder eine Zählung es sagt.
proof-transit = Unterwegs
    .hint = Was zu jeder Filiale unterwegs ist, ist, was ihre Umlagerungen sagen.
proof-own = Alles Eigene
    .hint = Was die Bücher nennen, Läden, Plätze, Artikel, Chargen, gehört diesem Unternehmen.
proof-late = Spät gebucht
    .hint = Was später gebucht wurde, als es geschah, ist vermerkt, mit seinem Zeitpunkt.
proof-counted = Gezählt
    .hint = Als zuletzt gezählt gilt ein Platz, wann ihn die letzte gültige Zählung zählte.
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
proof-promise-differs = In der Filiale stehen { $expected } verfügbar; nach ihrer Zeile dürfen { $found } verkauft werden.
proof-reserved-differs = Von den Reservierungen sind { $expected } offen; nach der Zeile sind { $found } zugesagt.
proof-shortage-differs = { $expected } sind zu viel zugesagt; als Fehlmenge stehen { $found }.
proof-below-floor = { $found } stehen, wo nichts unter null sein darf.
proof-transit-differs = { $expected } sind laut Hauptbuch unterwegs; die Umlagerungen sagen { $found }.
proof-late-differs = Von spät Gebuchtem sagt die Bewegung { $expected }, ihr Vermerk { $found }.
proof-of-nobody = Hier wird etwas genannt, das dieses Unternehmen nicht hat.
proof-late-orphan = Ein Vermerk über spät Gebuchtes hat keine Bewegung.
proof-counted-differs = Zuletzt gezählt { $expected }; dort steht { $found }.
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
import-row-total = Das sieht nach der Summe der Tabelle aus: Lassen Sie die Zeile weg.
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
import-code-formula = Hier steht eine Formel statt eines Codes. Schreiben Sie den Code selbst.
import-cell-error = Eine Tabellenkalkulation konnte das nicht berechnen und hat einen Fehler hingeschrieben. Schreiben Sie, was hierher gehört, oder leeren Sie die Zelle.
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
import-status-unknown = Das ist kein Bestandsstatus. Schreiben Sie available, damaged, quarantine, quality_control oder safety.
import-pair-not-one = „{ $piece }“ ist kein Name mit einem Wert. Schreiben Sie Name=Wert, mehrere mit einem senkrechten Strich (|) dazwischen.
import-pack-not-one = „{ $piece }“ ist kein Gebinde mit seinem Strichcode. Schreiben Sie Einheit, Menge und Code, etwa case 12=14006381333931.
import-quantity-zero = Ein Verkauf von nichts ändert nichts. Schreiben Sie die Menge, oder lassen Sie die Zeile weg.
import-sale-kind-unknown = Das sagt nicht, ob Ware ging, zurückkam oder die Zeile storniert wurde. Schreiben Sie Verkauf, Retoure oder storniert; oder lassen Sie diese Spalte nicht lesen.
import-refund-unclear = Mehr als nichts zu einem Preis unter null: Wenn Ware zurückkam, gehört das Minus zur Menge und nicht zum Preis.
import-date-not-one = Das ist kein lesbares Datum. Schreiben Sie es als 2024-05-31 14:30.
import-date-other-order = Tag und Monat stehen hier andersherum als in der übrigen Datei.
import-duplicate-sku = Diese SKU steht schon in Zeile { $line }. Jede Variante braucht eine eigene; löschen oder berichtigen Sie eine der Zeilen.
import-duplicate-variant = Dieselbe Variante steht schon in Zeile { $line }, und keine SKU unterscheidet sie. Löschen Sie eine der Zeilen oder geben Sie jeder eine SKU.
import-duplicate-stock = Der Bestand dieser Variante an diesem Ort steht schon in Zeile { $line }. Nur einer kann stimmen; löschen Sie die andere Zeile.
import-picture-alone = Dieses Bild gehört zu einem Artikel, dessen Zeilen alle abgelehnt wurden. Es kommt mit ihnen herein, sobald sie berichtigt sind.
import-item-too-large = Dieser Artikel hat mehr als { $limit } Zeilen. Teilen Sie ihn in mehrere Artikel.

## Importe: was zu einer übernommenen Zeile gesagt wird
import-note-apostrophe = Ein Zeichen, mit dem Tabellenkalkulationen Text kennzeichnen (Apostroph davor oder ="…"), wurde entfernt.
import-note-zero-lost = So belassen. Vielleicht ging eine führende Null verloren: Mit ihr wäre es ein gültiger Barcode.
import-note-barcode-shared = Zeile { $line } hat denselben Barcode und behält ihn; diese Zeile kommt ohne ihn hinein.
import-note-same-options = Zeile { $line } hat dieselben Optionen unter anderer SKU. Geben Sie einer davon einen anderen Namen, sonst sind sie nicht zu unterscheiden.
import-note-state-unknown = Dieser Status ist nicht bekannt und wurde nicht übernommen.
import-note-sale-kind-unknown = Dieses Wort ist nicht bekannt. Die Zeile wurde nach ihrer Menge genommen: über 0 verkauft, darunter zurückgekommen.

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
import-field-attributes = Merkmale (Name=Wert)
import-field-packs = Strichcodes von Gebinden (case 12=Code)
import-field-supplier-codes = Weitere Lieferanten-Artikelnummern (Lieferant=Nummer)
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
import-field-voided = Storniert
import-field-product-kind = Produktart

# The pager under the rows set aside, told apart from that of the changes.
import-aside-pages = Seiten der zurückgelegten Zeilen

## Imports: the pages

import-item-unknown = Dazu ist kein Artikel bekannt. Importieren Sie zuerst die Artikel, oder berichtigen Sie die Angabe.
import-item-several = Das trifft auf mehrere Artikel zu. Schreiben Sie eine Artikelnummer, die nur einer davon hat.
import-item-archived = Dieser Artikel ist archiviert, und es käme Bestand hinzu. Holen Sie ihn erst zurück, oder lassen Sie die Zeile weg.
import-bin-unknown = Die Filiale hat keinen Platz „{ $place }“, und unter diesem Namen lässt sich keiner anlegen. Schreiben Sie den Code eines Platzes.
import-stock-stale = Seit diese Datei erstellt wurde, hat sich der Bestand bewegt: Hier ist er jetzt { $ours }. Es wurde nichts geändert.
import-sale-short = Verkauft wurden { $wanted }, eingebucht sind aber nur { $available }. Buchen Sie ein oder zählen Sie, was da war, und versuchen Sie es dann noch einmal.
import-currency-other = Dieser Preis steht in { $currency }; Preise stehen hier in { $ours }. Rechnen Sie ihn um.
import-note-unit-unknown = Die Einheit „{ $unit }“ ist nicht bekannt und wurde so belassen.
import-not-now = Das geht jetzt nicht: Der Import { $state ->
    [uploading] wird noch hochgeladen
    [checking] wird geprüft
    [asking] wartet auf eine Antwort
    [ready] ist geprüft und noch nicht ausgeführt
    [running] läuft
    [done] ist fertig
    [failed] wurde aufgegeben
    [undoing] wird rückgängig gemacht
    [undone] ist rückgängig gemacht
   *[discarded] ist abgebrochen
}.
import-file-too-large = Diese Datei ist größer als { $limit } MB. Teilen Sie sie und importieren Sie die Teile nacheinander.
import-file-missing = Wählen Sie zuerst eine Datei.
import-places-unknown = { $count ->
    [one] Ein Ort aus dieser Datei ist hier noch keine Filiale. Sagen Sie, welche Filiale es ist.
   *[other] { $count } Orte aus dieser Datei sind hier noch keine Filialen. Sagen Sie, welche Filialen es sind.
}
import-store-missing = Zeilen dieser Datei sagen nicht, um welche Filiale es geht. Wählen Sie sie.
import-gave-up = Nach mehreren Versuchen wurde aufgegeben. Nichts ist halb getan: Versuchen Sie es noch einmal, es geht dort weiter, wo es aufgehört hat.
import-moved-meanwhile = Während des Schreibens hat sich der Bestand immer wieder bewegt. Versuchen Sie es noch einmal.
import-undo-stock-gone = Eingebucht wurden { $wanted }, aber am selben Platz sind nur noch { $available } übrig.
import-undo-counted = Seither gezählt: Was gezählt wurde, bleibt.
import-undo-touched = Seither wurde es geändert, darum bleibt es, wie es ist.
# $place (String), $to (String): wo es stand; wohin es kam
import-undo-elsewhere = Es kam nach { $to } zurück: { $place } wurde seither archiviert.
import-undo-store-archived = Die Filiale wurde seither archiviert, darum bleibt es, wie es ist.
import-undo-kept = Was hier hinzukam, bleibt: { $field }.
import-title = Importe
import-sub = Übernehmen Sie Artikel, Bestand und Verkäufe aus Dateien, und geben Sie sie wieder als Dateien aus.
import-upload-title = Datei importieren
import-upload-label = CSV-Datei
import-upload-hint = Exporte von Shopify und Square, unsere eigenen oder jede als CSV gespeicherte Tabelle; höchstens { $limit } MB. Sie sehen, was sich ändern würde, bevor etwas geschrieben wird.
import-upload-do = Hochladen und prüfen
import-list-title = Frühere Importe
import-list-empty-title = Noch nichts importiert
import-list-empty-text = Exportieren Sie Artikel und Bestand aus Ihrem heutigen System und wählen Sie die Datei oben aus.
import-col-file = Datei
import-col-holds = Inhalt
import-col-state = Stand
import-col-written = Geschrieben
import-col-aside = Zurückgelegt
import-col-by = Von
import-col-when = Wann
import-kind-catalog = Artikel
import-kind-inventory = Bestand
import-kind-sales = Verkäufe
import-kind-both = Artikel und Bestand
import-state-uploading = Hochladen abgebrochen
import-state-checking = Wird geprüft
import-state-asking = Hat eine Frage
import-state-ready = Bereit zum Import
import-state-running = Wird importiert
import-state-done = Fertig
import-state-failed = Nicht gelesen
import-state-stopped = Aufgegeben
import-state-undoing = Wird rückgängig gemacht
import-state-undone = Rückgängig gemacht
import-state-discarded = Abgebrochen
import-source-shopify-products = Shopify-Artikel
import-source-shopify-inventory = Shopify-Bestand
import-source-square-library = Square-Artikelbibliothek
import-source-woocommerce = WooCommerce-Produkte
import-source-stockroom = Stockroom-Export
import-source-generic = Tabelle
export-title = Dateien ausgeben
export-text = Jede lässt sich wieder importieren und ändert nichts, solange Sie nichts darin ändern.
export-catalog = Artikel
export-inventory = Bestand nach Lagerplatz
export-shopify-inventory = Bestand für Shopify
import-steps = Schritte des Imports
import-step-upload = Hochladen
import-step-options = Optionen
import-step-check = Prüfen
import-step-import = Importieren
import-check-title = Prüfen, bevor sich etwas ändert
import-read-as = { $rows ->
    [one] 1 Zeile
   *[other] { $rows } Zeilen
} · gelesen als { $source }
import-discard = Import abbrechen
import-tally-new = Neu
import-tally-changed = Geändert
import-tally-unchanged = Unverändert
import-tally-refused = Zurückgelegt
import-tally-stock = Bestand
import-tally-units = Einheiten
import-tally-value = Wert zu Kosten
import-aside-line = Zeile { $line }
import-aside-right = Richtig wäre: { $value }
import-told-both = Die Datei enthält Artikel und ihren Bestand: Beides wird zugleich übernommen. Soll nur eines davon übernommen werden, wählen Sie es unter „Sie enthält“.
import-told-not-known = { $count ->
    [one] 1 Zeile sagt nichts über den Bestand (leer oder nicht geführt). Er ist nicht bekannt, was nicht 0 heißt, und es ändert sich nichts.
   *[other] { $count } Zeilen sagen nichts über den Bestand (leer oder nicht geführt). Er ist nicht bekannt, was nicht 0 heißt, und es ändert sich nichts.
}
import-told-not-stock = { $count ->
    [one] 1 Zeile ist kein Bestand: Versand, Gebühren, Rabatte.
   *[other] { $count } Zeilen sind kein Bestand: Versand, Gebühren, Rabatte.
}
import-told-left-out = { $count ->
    [one] 1 Zeile gehört zu einem Ort, der ausgelassen wird.
   *[other] { $count } Zeilen gehören zu Orten, die ausgelassen werden.
}
import-told-stale = { $count ->
    [one] 1 Zeile ist veraltet: Seit die Datei erstellt wurde, hat sich der Bestand bewegt.
   *[other] { $count } Zeilen sind veraltet: Seit die Datei erstellt wurde, hat sich der Bestand bewegt.
}
import-told-short = { $count ->
    [one] Bei 1 Verkauf ging mehr hinaus, als eingebucht war.
   *[other] Bei { $count } Verkäufen ging mehr hinaus, als eingebucht war.
}
import-told-bins = { $count ->
    [one] 1 Lagerplatz, den die Datei nennt, wird in seiner Filiale angelegt.
   *[other] { $count } Lagerplätze, die die Datei nennt, werden in ihren Filialen angelegt.
}
import-told-unread = Nicht gelesen: { $columns }.
import-told-before = Dieselbe Datei wurde schon einmal importiert.
import-told-before-link = Diesen Import ansehen
import-note-rows = { $count ->
    [one] Zeile { $lines }
   *[other] { $count } Zeilen: { $lines }
}
import-aside-title = { $count ->
    [one] 1 Zeile ist zurückgelegt
   *[other] { $count } Zeilen sind zurückgelegt
}
import-aside-text = Die übrigen Zeilen warten nicht auf diese. Berichtigen Sie sie hier, oder in der Datei und importieren Sie diese noch einmal: Schon importierte Zeilen werden erkannt.
import-aside-download = Mit Gründen herunterladen
import-aside-suggestions = { $count ->
    [one] Vorschlag übernehmen
   *[other] Alle { $count } Vorschläge übernehmen
}
import-aside-caption = Zurückgelegte Zeilen, was daran falsch ist und was richtig wäre
import-col-row = Zeile
import-col-column = Spalte
import-col-sent = Ihre Angabe
import-col-wrong = Was falsch ist
import-col-right = Was richtig wäre
import-col-decision = Entscheidung
import-row-empty = (leer)
import-row-whole = Die ganze Zeile
import-row-right = Richtiger Wert für Zeile { $row }, { $column }
import-row-use = Übernehmen
import-row-skip = Auslassen
import-row-back = Wieder aufnehmen
import-row-skip-label = Zeile { $row } auslassen
import-row-use-label = Für Zeile { $row } übernehmen
import-row-mended = Kommt beim nächsten Lauf mit
import-row-passed = Ausgelassen
import-changes-title = { $count ->
    [0] Keine Zeile wird geschrieben
    [one] 1 Zeile wird geschrieben
   *[other] { $count } Zeilen werden geschrieben
}
import-changes-undone-title = { $count ->
    [one] Eine Zeile wurde geschrieben und zurückgenommen
   *[other] { $count } Zeilen wurden geschrieben und zurückgenommen
}
import-changes-done-title = { $count ->
    [0] Keine Zeile wurde geschrieben
    [one] 1 Zeile wurde geschrieben
   *[other] { $count } Zeilen wurden geschrieben
}
import-changes-caption = Was sich ändert, alte und neue Werte
import-changes-views = Welche Änderungen
import-changes-all = Alle
import-changes-new = Neu
import-changes-changed = Geändert
import-changes-stock = Bestand
import-changes-none = Verkäufe werden nicht einzeln aufgeführt; die Zahlen oben gelten für sie.
import-col-item = Artikel
import-col-what = Was sich ändert
import-col-now = Jetzt
import-col-becomes = wird zu
import-col-after = Nach dem Import
import-change-new = Neuer Artikel
import-change-nothing = noch nicht da
import-change-not-known = nicht bekannt
import-change-unpriced = kein Preis
import-change-on-hand = { $store }, vorhanden
import-change-price = Verkaufspreis
import-change-cost = Einstandspreis
import-change-name = Name
import-change-description = Beschreibung
import-change-brand = Marke
import-change-category = Kategorie
import-change-unit = Einheit
import-change-whole = Ganze Stück
import-change-state = Status
import-change-axes = Optionen
import-change-options = Optionen
import-change-sku = Artikelnummer
import-change-barcode = Barcode
import-change-supplier-code = Artikelnummer des Lieferanten
import-change-image-links = Bildlinks
import-nothing-written = Noch wurde nichts geschrieben.
import-can-be-undone = Ein Import lässt sich rückgängig machen.
import-do = { $count ->
    [one] 1 Zeile importieren
   *[other] { $count } Zeilen importieren
}
import-options = Optionen
import-do-mended = { $count ->
    [one] 1 berichtigte Zeile importieren
   *[other] { $count } berichtigte Zeilen importieren
}
import-options-title = Was diese Datei enthält
import-options-sub = Was erkannt wurde, ist eingetragen. Ändern Sie, was nicht stimmt, und lassen Sie noch einmal prüfen.
import-option-auto = Automatisch erkannt
import-option-auto-found = Erkannt: { $found }
import-option-kind = Sie enthält
import-option-source = Sie kommt aus
import-option-dates = Ein Datum beginnt mit
import-dates-day-first = dem Tag
import-dates-month-first = dem Monat
import-option-decimal = Dezimalzeichen ist
import-decimal-point = ein Punkt
import-decimal-comma = ein Komma
import-option-delimiter = Spalten sind getrennt durch
import-delimiter-comma = Komma
import-delimiter-semicolon = Semikolon
import-delimiter-tab = Tabulator
import-delimiter-bar = senkrechten Strich
import-option-encoding = Zeichensatz der Datei
import-option-encoding-hint = Nur wenn Buchstaben falsch aussehen.
import-option-store = Zeilen ohne Ort gelten für
import-option-choose-store = Filiale wählen
import-option-overwrite = Wo der Bestand hier ein anderer ist
import-overwrite-keep = ihn belassen und die Zeile zurücklegen
import-overwrite-set = ihn auf den der Datei setzen
import-columns-title = Spalten
import-columns-caption = Die Spalten der Datei, ihre ersten Werte und als was sie gelesen werden
import-col-values = Erste Werte
import-col-field = Gelesen als
import-column-none = Nicht gelesen
import-column-field = Was die Spalte { $column } ist
import-places-title = Orte
import-places-text = Diese nennt die Datei. Die Zeilen eines Ortes kommen in die Filiale, die Sie wählen.
import-places-caption = Orte der Datei und die Filialen, für die sie stehen
import-col-location = In der Datei
import-col-rows = Zeilen
import-col-store = Filiale
import-place-choose = Wählen
import-place-skip = Diese Zeilen auslassen
import-place-create = Neue Filiale mit diesem Namen anlegen
import-place-store = Filiale für { $place }
import-options-do = Noch einmal prüfen
import-checking-title = { $file } wird geprüft
import-running-title = { $file } wird importiert
import-undoing-title = { $file } wird rückgängig gemacht
import-busy-text = Sie können diese Seite schließen: Die Arbeit geht weiter, und was getan ist, geht nicht verloren.
import-busy-wait = Wartet, bis die Reihe daran ist …
import-busy-progress = { $done } von { $total } Zeilen
import-busy-again = Noch einmal nachsehen
import-failed-title = Diese Datei ließ sich nicht importieren
import-stopped-title = Dieser Import ist nicht fertig
import-undo-stopped-title = Die Rücknahme ist nicht fertig
# $count (Number): Zeilen
import-partly-written = { $count ->
    [one] 1 Zeile ist geschrieben.
   *[other] { $count } Zeilen sind geschrieben.
} Fahren Sie mit dem Rest fort, oder nehmen Sie den Import zurück.
import-failed-again = Andere Datei wählen
import-retry = Noch einmal versuchen
import-go-on = Fortfahren
import-done-title = Die Datei ist importiert
import-done-sub = { $when }, von { $by }
import-undo = Diesen Import rückgängig machen
import-undo-title = Diesen Import rückgängig machen?
import-undo-text = Bestand, den er gebracht hat, wird durch Gegenbuchungen zurückgenommen, Zeile für Zeile; nichts wird gelöscht. Neue Artikel werden archiviert und geänderte Werte wiederhergestellt, wo sie seither niemand angefasst hat. Was sich nicht zurücknehmen lässt, wird Ihnen gesagt.
import-undo-do = Import rückgängig machen
import-undone-title = Der Import ist rückgängig gemacht
import-kept-title = { $count ->
    [one] 1 Sache ist nicht wie vorher
   *[other] { $count } Dinge sind nicht wie vorher
}
import-kept-caption = Was nicht wie vorher ist, und warum
import-col-why = Warum
import-discarded-title = Dieser Import wurde abgebrochen
import-discarded-text = Es wurde nichts geschrieben, und die Datei ist gelöscht.
import-flash-discarded = Der Import wurde abgebrochen. Es wurde nichts geschrieben.
import-flash-suggestions = Vorschläge übernommen. Sie kommen beim nächsten Lauf mit.
import-uploading-title = Dieses Hochladen wurde abgebrochen
import-uploading-text = Die Datei ist nicht vollständig angekommen. Laden Sie sie noch einmal hoch.
import-upload-failed = Das Hochladen wurde abgebrochen. Laden Sie die Datei noch einmal hoch.

## Verlauf von Personen, Importen und Einstellungen
did-admin-add-person = Hereingelassen
did-admin-change-role = Rolle geändert
did-admin-disable-person = Ausgesperrt
did-admin-enable-person = Wieder hereingelassen
did-admin-reset-password = Neues Kennwort erzeugt
did-admin-remove-person = Aus diesem Betrieb entfernt
did-admin-edit-account = Konto geändert
did-admin-change-password = Eigenes Kennwort geändert
changed-person-name = Name
changed-email = E-Mail-Adresse
changed-role = Rolle
changed-theme = Darstellung
did-admin-begin-import = Datei hochgeladen
did-admin-start-import = Import gestartet
did-admin-mend-row = Zeile berichtigt
did-admin-pass-over-row = Zeile ausgelassen
    .back = Zeile wieder aufgenommen
did-admin-take-suggestions = Vorschläge übernommen
changed-cells = Berichtigt
changed-rows = Berichtigte Zeilen
did-admin-run-mended = Import der berichtigten Zeilen gestartet
did-admin-end-import-run = Import beendet
did-admin-discard-import = Import abgebrochen
did-admin-undo-import = Rücknahme gestartet
did-admin-end-import-undo = Import rückgängig gemacht
did-admin-sweep-import = Datei aufgeräumt
changed-file = Datei
changed-new = Neue Zeilen
changed-changed = Geänderte Zeilen
changed-aside = Zurückgelegte Zeilen
did-admin-change-settings = Einstellungen geändert
changed-public-base = { settings-base }
changed-one-person = { settings-one-person }
proof-serial = Stücke
    .hint = Jedes nummerierte Stück ist an einem Ort oder an keinem, und seine Zeile sagt wo.
proof-lot = Chargen
    .hint = Jede Charge führt ihre Bewegungen, und Verfolgtes ist unterschieden.
proof-serial-twice = Dieses Stück ist { $found }-mal da.
proof-serial-astray = Dieses Stück ist woanders, als seine Zeile sagt.
proof-lot-list = Diese Bewegung und die Liste ihrer Charge stimmen nicht überein.
proof-lot-untold = Der Bestand dieses Artikels ist nicht so unterschieden, wie der Artikel es verlangt.
import-stock-tracked = Dieser Artikel wird nach Chargen oder Seriennummern verfolgt: buchen Sie ihn mit ihnen ein, oder zählen oder korrigieren Sie ihn.
import-sale-tracked = Dieser Artikel wird verfolgt, und die Datei nennt weder Charge noch Stück. Buchen Sie von Hand.
import-kit = Das ist ein Set, das selbst keinen Bestand hat. Nennen Sie seine Bestandteile.
