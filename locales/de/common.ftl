### Wörter, die alle Räume teilen.

## What went wrong, as a whole
error-invalid = { $count ->
    [one] Bitte prüfen Sie ein Feld.
   *[other] Bitte prüfen Sie { $count } Felder.
}
error-stale = Inzwischen hat jemand anders dies geändert. Laden Sie die Seite neu, um den aktuellen Stand zu sehen, und wiederholen Sie dann Ihre Änderung.
error-not-found = Das ist nicht zu finden. Vielleicht wurde es archiviert, oder es gehört jemand anderem.
error-forbidden = Ihre Rolle erlaubt das nicht. Wenden Sie sich an die Inhaberin oder den Inhaber Ihres Betriebs.
error-foreign = Das kam nicht von einer unserer Seiten oder von einer, die zu alt ist. Nichts wurde geändert. Öffnen Sie die Seite neu, und wiederholen Sie es.
error-signed-out = Sie sind abgemeldet. Melden Sie sich wieder an, um weiterzuarbeiten.
error-too-many = { $seconds ->
    [one] Zu viele Versuche. Versuchen Sie es in einer Sekunde wieder.
   *[other] Zu viele Versuche. Versuchen Sie es in { $seconds } Sekunden wieder.
}
error-unavailable = Das geht im Moment nicht. Es wurde nichts geändert. Versuchen Sie es gleich noch einmal.
error-timed-out = Das dauert länger, als wir auf eine Antwort warten. Was begonnen wurde, läuft weiter: Sehen Sie nach, ob es erledigt ist, bevor Sie es wiederholen.
error-internal = Bei uns ist ein Fehler aufgetreten; es wurde nichts geändert. Wenn es wieder vorkommt, nennen Sie dem Support diese Kennung: { $reference }.

## What is wrong with a field
field-required = Bitte ausfüllen.
field-too-long = { $max ->
    [one] Hier passt höchstens ein Zeichen hinein.
   *[other] Hier passen höchstens { $max } Zeichen hinein.
}
field-control-characters = Der Text enthält unsichtbare Steuerzeichen. Bitte tippen Sie ihn ein, statt ihn einzufügen.
field-unknown-choice = Wählen Sie eine der angebotenen Möglichkeiten.
# $typed (String): what the address says
filter-unknown-choice = „{ $typed }“ ist nichts davon. Wählen Sie eines, oder lassen Sie es offen.
# $typed (String): what the address says
filter-unknown-id = „{ $typed }“ kennen wir nicht. Lassen Sie dieses Feld leer, oder wählen Sie in der Liste neu.
filter-misread = Die Liste erscheint, sobald ihre Adresse zu lesen ist.
cursor-unreadable = Diese Adresse sagt nicht, wo es in der Liste weitergeht. Beginnen Sie auf der ersten Seite.
# $store (String): the code that the address names
store-unknown = Keine offene Filiale heißt { $store }: Sie wurde archiviert, oder die Adresse ist vertippt. Nichts wurde gebucht. Wählen Sie die Filiale, um die es geht, und senden Sie noch einmal.
field-email = Das ist keine E-Mail-Adresse. Sie sieht aus wie name@example.com.

quantity-not-a-number = Geben Sie eine Zahl in Ziffern ein.
quantity-too-many-decimals = Höchstens sechs Nachkommastellen sind möglich.
line-unit = Einheit
unit-other-class = { $unit } misst etwas anderes: Dieser Artikel wird in { $base } geführt.
unit-unknown = Dieser Artikel hat keine Einheit { $unit }. Wählen Sie eine seiner Einheiten oder legen Sie diese auf seiner Seite an.
quantity-too-small = Das ist weniger, als sich führen lässt: weniger als ein Millionstel der Grundeinheit.
quantity-too-large = Diese Zahl ist zu groß. Vor dem Komma haben höchstens 13 Ziffern Platz.
quantity-not-positive = Geben Sie eine Zahl größer als null ein.
quantity-negative = Geben Sie null oder mehr ein.
quantity-not-whole = Geben Sie eine ganze Zahl ein: Gezählt wird in ganzen Stück.
quantity-ambiguous = Das lässt sich auf zwei Arten lesen. Geben Sie { $whole } oder { $fraction } ein.
quantity-mark = Dezimalzeichen ist hier das Komma. Meinten Sie { $right }?

money-not-a-number = Geben Sie einen Betrag in Ziffern ein.
money-too-many-decimals = { $max ->
    [one] Höchstens eine Nachkommastelle ist möglich.
   *[other] Höchstens { $max } Nachkommastellen sind möglich.
}
money-too-large = Dieser Betrag ist zu groß. Vor dem Komma haben höchstens 13 Ziffern Platz.
money-negative = Geben Sie einen Betrag von null oder mehr ein.
money-ambiguous = Das lässt sich auf zwei Arten lesen. Geben Sie { $whole } oder { $fraction } ein.
money-mark = Dezimalzeichen ist hier das Komma. Meinten Sie { $right }?
money-other-currency = Das ist eine andere Währung. Beträge stehen hier in { $expected }.
currency-unknown = Das ist kein Währungscode. Er hat drei Großbuchstaben, zum Beispiel EUR.

date-not-a-date = Das ist kein Datum. Geben Sie Tag, Monat und Jahr ein, zum Beispiel { $example }.
date-no-such-day = Diesen Tag gibt es in dem Monat nicht.
date-out-of-range = Geben Sie ein Datum zwischen 1900 und 2199 ein.
date-in-future = Dieses Datum liegt in der Zukunft. Geben Sie heute oder einen früheren Tag ein.

gtin-not-one = Das ist keine Barcodenummer. Sie hat 8, 12, 13 oder 14 Ziffern.
gtin-check-digit = Die letzte Ziffer passt nicht zu den anderen; richtig wäre { $expected }. Prüfen Sie auf Tippfehler oder scannen Sie den Code.
## What the API expects where it cannot read a value
field-unreadable = Dieser Wert passt hier nicht. Das Dokument der API unter /api/v1/openapi.json sagt, welcher passt.
field-expects-text = Hier wird ein Text in Anführungszeichen erwartet.
field-expects-number = Hier wird eine Zahl erwartet.
field-expects-whole = Hier wird eine ganze Zahl erwartet.
field-expects-yes-no = Hier wird true oder false erwartet.
field-expects-list = Hier wird eine Liste in eckigen Klammern erwartet.
field-expects-object = Hier wird ein Objekt in geschweiften Klammern erwartet.
field-expects-id = Hier wird eine ID erwartet, zum Beispiel 0195f3a1-7c2e-7d10-9b1e-3f0a5c2d8e41.
field-expects-date = Hier wird ein Datum oder ein Zeitpunkt nach ISO 8601 erwartet, zum Beispiel 2026-11-17.
# $choices (String): every value there is
field-expects-one-of = Hier wird eines davon erwartet: { $choices }.
field-unknown = Dieses Feld gibt es hier nicht. Lassen Sie es weg, oder berichtigen Sie seinen Namen.
# $line (Number), $column (Number): where reading stopped
body-not-json = Der Inhalt ist kein JSON-Objekt: siehe Zeile { $line }, Zeichen { $column }.
query-unreadable = Die Adresse enthält Angaben, die sich nicht lesen lassen.
body-too-large = Das ist größer, als wir annehmen. Teilen Sie es auf und senden Sie die Teile.
tenant-slug-invalid = Der Kurzname eines Betriebs besteht aus 2 bis 40 Kleinbuchstaben, Ziffern und Bindestrichen.
tenant-slug-taken = Einen Betrieb mit diesem Kurznamen gibt es schon.
idempotency-key-invalid = Dieses Formular lässt sich so nicht noch einmal senden. Laden Sie die Seite neu.
idempotency-key-reused = Das wurde schon einmal gesendet, mit anderem Inhalt. Laden Sie die Seite neu.
request-still-running = Dasselbe geschieht gerade schon. Warten Sie einen Moment und sehen Sie dann nach, ob es erledigt ist.
# What a program sends, not a person

## The trade's kinds
status-available = Verfügbar
status-damaged = Beschädigt
status-quarantine = Gesperrt

place-zone = Bereich
place-aisle = Gang
place-bin = Lagerplatz
place-supplier = Lieferant
place-customer = Kundschaft
place-loss = Schwund
place-found = Fund
place-transit = Unterwegs

posting-opening = Anfangsbestand erfasst
posting-receipt = Eingegangen
posting-sale = Verkauft
posting-sale-return = Zurückgenommen
posting-adjustment = Berichtigt
posting-move = Verschoben
posting-status-change = Zustand geändert
posting-transfer-ship = Versandt
posting-transfer-receive = Angekommen
posting-transfer-cancel = Umlagerung storniert
posting-count = Gezählt
posting-reversal = Rückgängig gemacht
posting-count-offset = An Zählung angeglichen

reason-damaged = Beschädigt
    .stock = Nimmt es aus dem Bestand.
    .cost = Die Kosten werden zum Verlust.
reason-stolen = Gestohlen
    .stock = Nimmt es aus dem Bestand.
    .cost = Die Kosten werden zum Verlust durch Diebstahl.
reason-lost = Verloren
    .stock = Nimmt es aus dem Bestand.
    .cost = Die Kosten werden zum Verlust.
reason-expired = Abgelaufen
    .stock = Nimmt es aus dem Bestand.
    .cost = Die Kosten werden zum Verlust durch Ablauf.
reason-given-away = Verschenkt
    .stock = Nimmt es aus dem Bestand.
    .cost = Die Kosten werden zum Werbeaufwand.
reason-own-use = Selbst verbraucht
    .stock = Nimmt es aus dem Bestand.
    .cost = Die Kosten werden zum Betriebsaufwand.
reason-found = Gefunden
    .stock = Erhöht den Bestand.
    .cost = Es kommt zu den aktuellen Kosten herein.
reason-count-error = Früher verzählt
    .stock = Stellt den Bestand richtig, nach oben oder unten.
    .cost = Die Differenz wird zu Verlust oder Gewinn.
reason-other = Anderer Grund
    .stock = Ändert den Bestand wie angegeben.
    .cost = Die Differenz wird zu Verlust oder Gewinn. Bitte notieren Sie, warum.

role-owner = Inhaber
    .hint = Darf alles und bestimmt, wer sonst etwas darf.
role-manager = Leitung
    .hint = Führt die Filialen: Bestand, Inventuren, Importe, Artikel.
role-clerk = Verkauf
    .hint = Arbeitet auf der Fläche: verkauft, nimmt an, lagert um und zählt.
role-buyer = Einkauf
    .hint = Pflegt den Katalog und was gekauft wird.
role-accountant = Buchhaltung
    .hint = Sieht alles, auch Kosten und Werte; ändert nichts.

door-page = auf der Website
door-api = über die API
door-import = durch Import
door-floor = am Telefon
door-job = automatisch
door-command = über die Befehlszeile
actor-system = Stockroom

## Units: a number with its unit, and the unit's name for menus
unit-each = { $count ->
    [one] { $count } Stück
   *[other] { $count } Stück
}
    .name = Stück
unit-pack = { $count ->
    [one] { $count } Packung
   *[other] { $count } Packungen
}
    .name = Packung
unit-box = { $count ->
    [one] { $count } Schachtel
   *[other] { $count } Schachteln
}
    .name = Schachtel
unit-case = { $count ->
    [one] { $count } Karton
   *[other] { $count } Kartons
}
    .name = Karton
unit-case-of = Karton zu { $size }
unit-g = { $count } g
    .name = Gramm
unit-kg = { $count } kg
    .name = Kilogramm
unit-cm = { $count } cm
    .name = Zentimeter
unit-m = { $count } m
    .name = Meter
unit-ml = { $count } ml
    .name = Milliliter
unit-l = { $count } l
    .name = Liter

## Actions
action-save = Speichern
action-cancel = Abbrechen
action-back = Zurück
action-search = Suchen
action-close = Schließen
action-undo = Rückgängig
action-edit = Bearbeiten
action-archive = Archivieren
action-restore = Wiederherstellen
action-add = Hinzufügen
action-remove = Entfernen
action-export = Exportieren
action-import = Importieren
action-apply = Anwenden
action-reload = Neu laden
action-more = Mehr
action-open = Öffnen
action-help = Hilfe

## Navigation and frame
nav-label = Hauptmenü
nav-label-phone = Hauptmenü, Telefon
nav-here = Sie sind hier
nav-skip = Zum Inhalt springen
nav-home = Start
nav-catalog = Katalog
nav-stock = Bestand
nav-counts = Inventuren
nav-labels = Etiketten
nav-floor = Flächenmodus
nav-scan = Scannen
nav-settings = Einstellungen
nav-imports = Importe
nav-people = Personen
nav-stores = Filialen
nav-verify = Prüfung der Bücher
nav-overview = Überblick
nav-history = Verlauf
nav-notifications = Mitteilungen

search-label = Suchen oder scannen
search-clear = Suche leeren
store-switch = Filiale wechseln
store-all = Alle Filialen
theme-label = Darstellung
theme-light = Hell
theme-dark = Dunkel
theme-system = Wie das Gerät
language-label = Sprache
account-label = Ihr Konto, { $name }
account-sign-out = Abmelden
shortcuts-title = Tastenkürzel
palette-title = Suche und Befehle
palette-placeholder = Artikel, Barcode, Seite oder Aktion
palette-go = Gehe zu
palette-do = Tun
palette-items = Artikel
palette-stores = Filialen
palette-all = Alle Artikel mit „{ $q }“
palette-none = Nichts hier heißt so.
palette-choose = wählen
palette-open = öffnen
palette-close = schließen
key-palette = Alles suchen, überallhin gehen
key-search = Diese Liste durchsuchen
key-help = Diese Tasten zeigen
key-move = Durch die Treffer gehen
key-open = Das Markierte öffnen
key-close = Schließen, was schwebt
key-range = Alle Zeilen bis zu dieser auswählen
key-shift = Umschalt
key-click = Klick
key-single = Einzeltasten sind an ( / und ? )

unsaved-title = Ohne Speichern verlassen?


notice-saved = Gespeichert.
notice-undone = Rückgängig gemacht.
notice-archived = Archiviert.
notice-restored = Wiederhergestellt.

## Tables and lists
table-rows = { $count ->
    [0] Keine Zeilen
    [one] { $count } Zeile
   *[other] { $count } Zeilen
}
table-columns = Spalten
table-filters = Filter
table-filter-remove = Filter { $name } entfernen
table-filters-clear = Alle entfernen
table-nothing-found = Nichts gefunden
    .hint = Versuchen Sie es mit weniger Wörtern oder entfernen Sie einen Filter.
table-nothing-so-far = Bisher nichts
    .hint = Diese Wörter kommen bei vielen Artikeln vor, bisher aber nicht zusammen. Auf der nächsten Seite weitersuchen oder ein selteneres Wort eingeben.
table-select = { $name } auswählen
table-select-all = Alle auswählen
table-selected = { $count ->
    [one] { $count } ausgewählt
   *[other] { $count } ausgewählt
}
table-selection-clear = Auswahl aufheben
table-compact = Kompakt
table-roomy = Luftig
table-views = Gespeicherte Ansichten
table-view-save = Ansicht speichern
bulk-selected = Ausgewählt
table-selected-do = Was mit den ausgewählten Zeilen geschehen soll
list-view-name = Name der Ansicht
list-view-hint = Bewahrt diese Filter und Spalten für Sie auf. Eine gleichen Namens wird ersetzt.
list-view-saved = Die Ansicht { $name } ist gespeichert.
list-view-removed = Die Ansicht ist entfernt.
list-view-remove = Ansicht { $name } entfernen
list-views-full = Für eine weitere Ansicht ist kein Platz: { $count } sind das Höchste. Entfernen Sie erst eine.
list-view-effect = Nur Sie sehen sie.
list-view-query = Diese Filter lassen sich nicht als Ansicht speichern. Entfernen Sie zuerst einige davon.
list-column-up = { $name } nach vorn
list-column-down = { $name } nach hinten
list-columns-show = Diese zeigen
list-columns-reset = Wie üblich
bulk-labels = Etiketten drucken
bulk-count = Inventur planen
bulk-activate = Aktivieren
bulk-none = Nichts war ausgewählt. Haken Sie erst Zeilen an, dann wählen Sie, was geschehen soll.
bulk-state-done = Geändert: { $done }. Unverändert: { $left }.
table-total = Summe
table-as-table = Als Tabelle anzeigen
count-and-more = über { $count }

pager-label = Seiten
pager-first = Erste Seite
pager-next = Weiter

## Short words
as-of = Stand { $time }
not-known-here = Hier nicht bekannt
    .hint = In dieser Filiale wurde davon noch nie Bestand erfasst. Das ist nicht dasselbe wie null.
none = Keine
unknown = Unbekannt
all = Alle
yes = Ja
no = Nein
optional = optional
note = Notiz
details = Einzelheiten
name = Bezeichnung
who = Wer
when = Wann
why = Warum?
state-draft = Entwurf
state-active = Aktiv
state-archived = Archiviert
by-person = von { $name }
day-today = heute
day-yesterday = gestern
day-today-heading = Heute, { $date }
day-yesterday-heading = Gestern, { $date }

## Signing in
signin-title = Anmelden
signin-lead = Willkommen zurück.
signin-lost = Sie waren abgemeldet, bevor das gesendet wurde; nichts davon ist gespeichert. Melden Sie sich an und senden Sie es noch einmal.
signin-unsent = Sie waren abgemeldet, bevor das gesendet wurde; nichts davon ist gespeichert. Melden Sie sich an: Ihre Eingaben sind noch da, und Sie können sie dann senden.
unsent-title = Noch nicht gesendet
unsent-lead = Nichts davon ist gespeichert, weil Sie vor dem Senden abgemeldet waren. Sie können es jetzt als { $name } von { $business } senden.
unsent-send = Jetzt senden
unsent-leave = Verwerfen
unsent-several = Ihre Eingaben wurden nicht behalten: Sie gehören zu mehreren Betrieben, und sie sind vielleicht für einen anderen. Nichts davon ist gespeichert.
signin-email = E-Mail-Adresse
signin-password = Kennwort
    .show = Kennwort anzeigen
    .hide = Kennwort verbergen
signin-submit = Anmelden
signin-failed = E-Mail-Adresse und Kennwort passen nicht zusammen. Prüfen Sie beides und versuchen Sie es noch einmal.
signin-forgot = Kennwort vergessen? Bitten Sie die Inhaberin oder den Inhaber Ihres Betriebs um ein neues.
signin-tenant = Welcher Betrieb?

## Pages for errors
error-page-401-title = Bitte zuerst anmelden
error-page-409-title = Etwas steht dem entgegen
error-page-412-title = Jemand war schneller
error-page-422-title = So lässt sich das nicht annehmen
error-page-403-title = Diese Seite steht Ihnen nicht offen
error-page-403-text = Ihre Rolle umfasst diese Seite nicht. Die Inhaberin oder der Inhaber Ihres Betriebs kann das ändern.
error-page-404-title = Hier ist nichts
error-page-404-text = Die Adresse ist vielleicht vertippt, oder was hier war, wurde archiviert.
error-page-store-title = Diese Filiale kennen wir nicht
# $store (String): the code that the address names
error-page-store-text = Keine Filiale heißt hier { $store }. Sie wurde vielleicht archiviert, oder die Adresse ist vertippt. Sehen Sie sich diese Seite in einer anderen Filiale an, oder stellen Sie { $store } unter Bestand, Filialen wieder her.
error-page-405-title = Das geht hier nicht
error-page-405-text = Gehen Sie zurück und versuchen Sie es von der Seite selbst aus.
error-page-413-title = Das ist zu groß
error-page-413-text = Die Datei oder das Formular ist größer als erlaubt. Teilen Sie es auf und senden Sie die Teile.
error-page-429-title = Etwas langsamer, bitte
error-page-429-text = Das war zu viel auf einmal. Warten Sie kurz und versuchen Sie es dann wieder.
error-page-500-title = Bei uns ist ein Fehler aufgetreten
error-page-500-text = Es wurde nichts geändert. Versuchen Sie es noch einmal; wenn es wieder vorkommt, nennen Sie dem Support die Kennung unten.
error-page-503-title = Gleich wieder da
error-page-503-text = Stockroom ist ausgelastet oder wird gerade aktualisiert. Nichts ging verloren. Versuchen Sie es in einer Minute wieder.
error-page-reference = Kennung: { $reference }
error-page-home = Zur Startseite

## What a problem of the API is: the page of its type
problem-code = Kennung
problem-status = Statuscode
problem-means = Was das bedeutet
problem-do = Was zu tun ist
problem-advice-401 = Eröffnen Sie eine Sitzung mit POST /api/v1/sessions, und senden Sie die Anfrage mit deren Token noch einmal.
problem-advice-403 = Fragen Sie mit einem Konto, dessen Rolle das erlaubt, und mit dem Token dieser Sitzung. Unverändert wird die Anfrage wieder abgelehnt.
problem-advice-404 = Prüfen Sie die ID: Sie ist vielleicht vertippt, archiviert oder gehört einem anderen Betrieb. Unverändert findet die Anfrage wieder nichts.
problem-advice-409 = Lesen Sie, wie es jetzt steht, und entscheiden Sie neu. Unverändert wird die Anfrage abgelehnt, solange es so bleibt.
problem-advice-412 = Lesen Sie die Sache neu, nehmen Sie ihre neue Version, und wiederholen Sie Ihre Änderung daran.
problem-advice-422 = „errors“ in der Antwort nennt jedes Feld, was daran falsch ist und was richtig wäre. Berichtigen Sie das, und senden Sie die Anfrage noch einmal.
problem-advice-429 = Warten Sie so viele Sekunden, wie die Kopfzeile Retry-After sagt, und senden Sie die Anfrage noch einmal.
problem-advice-500 = Senden Sie die Anfrage unter demselben Idempotency-Key noch einmal: Nichts geschieht doppelt. Kommt es wieder vor, nennen Sie dem Support die Referenz.
problem-advice-503 = Warten Sie so viele Sekunden, wie die Kopfzeile Retry-After sagt, oder einige wenige, und senden Sie die Anfrage unter demselben Idempotency-Key noch einmal: Nichts geschieht doppelt.

## Verlauf
# $name (String): of what it is
history-title = Verlauf von { $name }
history-sub = Alles, was geändert wurde, das Neueste zuerst.
history-more = { $count ->
    [one] und eine weitere Änderung
   *[other] und { $count } weitere Änderungen
}
history-none = Noch wurde nichts geändert
    .hint = Was von nun an geändert wird, steht hier: wer, wann und wie es vorher war.
change-was = vorher:
change-now = jetzt:
did-other = Geändert
changed-name = Bezeichnung
changed-state = Status
changed-zone = Zeitzone
changed-locale = Sprache

## How pieces are told apart
status-quality-control = Qualitätsprüfung
status-safety = Sicherheitsbestand
channel-till = Kasse
channel-pickup = Abholung in der Filiale
channel-online = Onlineverkauf
posting-supplier-return = An Lieferanten zurück
tracking = Verfolgung
    .hint = Wie seine Stücke unterschieden werden. Änderbar nur, solange kein Bestand dadurch falsch unterschieden würde.
tracking-none = Nicht verfolgt
    .hint = Alle Stücke sind gleich.
tracking-lot = Nach Charge
    .hint = Jede Bewegung nennt ihre Charge.
tracking-serial = Nach Seriennummer
    .hint = Jedes Stück hat seine Nummer und ist an einem Ort.
tracking-lot-expiry = Nach Charge, mit letztem Tag
    .hint = Was zuerst abläuft, wird zuerst verkauft; Abgelaufenes wird nicht verkauft.

## How pieces are told apart
## The name of a table that stands under a title of the same words
table-of = { $what }, als Tabelle
