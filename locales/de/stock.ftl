### The words of the room `stock`: its pages, messages and errors.

## Bestand
stock-title = Bestand
stock-search = Name, Artikelnummer, Barcode
item = Artikel
item-sku = Artikelnummer
on-hand = Vorhanden
promised = Zugesagt
available = Verfügbar
offered = Angeboten
store = Filiale
quantity = Menge
unit-cost = Kosten pro Stück
delivery-note = Lieferschein
why-number = Warum { $number }?
errors-title = Hier fehlt noch etwas
stock-sub = Was wo ist, Stand { $time }.
# $count (Number): rows shown
stock-caption = Bestand nach Artikel und Filiale, { $count ->
    [one] { $count } Zeile
   *[other] { $count } Zeilen
 }
stock-caption-store = Bestand in { $store }, { $count ->
    [one] { $count } Zeile
   *[other] { $count } Zeilen
 }
# $count (Number): stores not shown
stock-more-stores = { $count ->
    [one] Eine weitere Filiale ist nicht zu sehen. Wählen Sie sie oben aus.
   *[other] { $count } weitere Filialen sind nicht zu sehen. Wählen Sie oben eine aus.
 }
stock-view-all = Gesamter Bestand
stock-view-low = Knapp
stock-view-out = Ausverkauft
stock-view-oversold = Überverkauft
stock-state-in = Vorrätig
stock-state-low = Knapp
stock-state-out = Ausverkauft
stock-state-oversold = Überverkauft
stock-not-known = Noch nicht bekannt
stock-show-all = Gesamten Bestand zeigen
stock-empty = Noch keine Artikel
    .hint = Importieren Sie die Datei Ihres bisherigen Systems oder legen Sie den ersten Artikel an. Bestand erscheint hier mit der ersten Bewegung.
on-hand-after = vorhanden
status = Zustand
kind = Art
reason = Grund
place = Platz
places = Plätze
lines = Zeilen
days = Tage
from-day = Von
to-day = Bis
when-hint = Jetzt, wenn Sie nichts anderes sagen.
flow-to = nach

## Wareneingang
receive-title = Ware annehmen
receive-sub = Was ohne Bestellung gekommen ist.
receive-do = Annehmen
receive-effect = Erhöht den Bestand. Es wird nichts bestellt oder bezahlt.
receive-done = { $quantity } angenommen.

## Plätze und Bewegungen in Worten
posting-reason = { $what }: { $reason }
place-in-store = { $place }, { $store }
place-with-status = { $place } ({ $status })
place-and-more = { $place } und { $count ->
    [one] ein weiterer
   *[other] { $count } weitere
 }

## Zeilen eines Formulars
pick-placeholder = Artikelnummer, Barcode oder Name
pick-which = Welcher ist gemeint?
pick-several = { $count ->
    [one] Ist dieser gemeint?
   *[other] { $count } Artikel passen. Wählen Sie einen aus.
 }
pick-unknown = Unter diesem Code oder Namen kennen wir keinen Artikel. Prüfen Sie die Eingabe oder legen Sie ihn zuerst an.
pick-no-item = Dieser Code steht nicht für einen Artikel.
line-add = Zeile hinzufügen
lines-caption = { $what }, Zeile für Zeile
line-drop = Zeile entfernen
line-drop-number = Zeile { $number } entfernen
line-field = { $field }, Zeile { $number }
choose-place = Platz wählen
choose-store = Filiale wählen
choose-status = Zustand wählen
place-default = Standardplatz der Filiale
place-wherever = Wo es gerade steht
place-from = Von
place-to = Nach

## Verkauf
sell-title = Verkaufen
sell-sub = Ein Verkauf in { $store } ohne Bestellung.
sell-do = Verkaufen
sell-effect = Verringert den Bestand, zuerst am Standardplatz.
sell-done = { $quantity } verkauft.
unit-price = Preis pro Stück
receipt-number = Bonnummer

## Rücknahme
takeback-title = Zurücknehmen
takeback-sub = Was Kunden in { $store } zurückbringen.
takeback-do = Zurücknehmen
takeback-effect = Erhöht den Bestand. Nur Verfügbares kann wieder verkauft werden.
takeback-done = { $quantity } zurückgenommen.
return-status = Kommt zurück als

## Anfangsbestand
opening-title = Anfangsbestand erfassen
opening-sub = Was in { $store } stand, als Sie mit Stockroom begannen.
opening-do = Bestand erfassen
opening-effect = Erhöht den Bestand, einmal je Artikel und Platz. Spätere Änderungen sind Korrekturen.
opening-done = { $quantity } erfasst.
opening-reference = Liste

## Verschieben
move-title = Verschieben
move-sub = Von einem Platz in { $store } zu einem anderen.
move-do = Verschieben
move-effect = Der Bestand der Filiale bleibt gleich.
move-done = { $quantity } verschoben.

## Zustand ändern
status-title = Zustand ändern
status-sub = Ware in { $store } sperren oder wieder freigeben.
status-do = Zustand ändern
status-effect = Der Bestand der Filiale bleibt gleich. Nur Verfügbares kann verkauft werden.
status-done = Zustand von { $quantity } geändert.
status-from = Von
status-to = Zu

## Korrigieren
adjust-title = Bestand korrigieren
adjust-sub = Bei welchem Artikel in { $store } stimmen die Bücher nicht?
adjust-item-sub = { $item }, in { $store }
adjust-other = Anderer Artikel
adjust-place = { $place } · { $status }: { $quantity } vorhanden
adjust-places-known = Wo er steht
adjust-places-new = Wo er nie stand
adjust-mode = Diese Zahl ist
adjust-to = Was jetzt da ist
    .hint = Die Bücher werden darauf gesetzt.
adjust-by = Die Änderung
    .hint = Mehr, oder mit Minus weniger.
adjust-effects = { $stock } { $cost }
adjust-effect = Die Änderung bleibt mit ihrem Grund im Verlauf und kann zurückgenommen werden.
adjust-do = Bestand korrigieren
adjust-done-more = Bestand um { $quantity } erhöht.
adjust-done-less = Bestand um { $quantity } verringert.
adjust-nothing = Das steht schon so in den Büchern. Nichts wurde geändert.
adjust-stale = Hier hat sich etwas bewegt, seit Sie die Seite geöffnet haben. Sehen Sie die Zahl neu an und entscheiden Sie noch einmal.
adjust-one-way = Geben Sie entweder die Änderung oder den jetzigen Bestand an.

## Bewegungen
movements-title = Bewegungen
movements-days-reversed = Der erste Tag liegt nach dem letzten: dazwischen kann nichts liegen. Ändern Sie einen der beiden.
movements-sub = Alle Filialen, die neuesten zuerst.
movements-sub-store = { $store }, die neuesten zuerst.
movements-time = Zeit
movements-what = Was geschah
movements-where = Von und nach
movements-change = Änderung
movements-after = Danach dort
movements-newest = Neueste
movements-older = Ältere
movements-one-place = Ein Platz
movements-none = Noch hat sich nichts bewegt
    .hint = Nehmen Sie Ware an, erfassen Sie Anfangsbestand oder importieren Sie eine Datei; jede Bewegung steht dann dauerhaft hier.
movements-none-here = Bis hierher nichts gefunden
    .hint = Ältere Bewegungen sind noch nicht durchgesehen. Unten geht es weiter.

## Warum eine Zahl so ist
why-sub = { $item }, in { $place }
why-story = Wie sie zustande kam
why-panel-title = { $what } in { $place }
why-counted = Gezählt, { $date }
why-opened = Anfangsbestand, { $date }
why-carried = Übertrag von vor { $date }
why-sales = { $what } in { $count ->
    [one] { $count } Verkauf
   *[other] { $count } Verkäufen
 }
why-times = { $what }, { $count ->
    [one] einmal
   *[other] { $count }-mal
 }
why-once = { $what }, { $date }
why-document = Einzelheiten
why-show = Zeigen
why-movements = Bewegungen zeigen
why-where = Wo er steht
why-where-caption = { $item } nach Platz
why-not-for-sale = Beschädigt oder gesperrt

## Eine Buchung
posting-title = { $what } { $when }
posting-booked = Gebucht
posting-day = Tag der Filiale
posting-door = Wie
posting-effect = Wirkung
posting-beside = Steht neben
posting-late = der zugehörigen Buchung
posting-counted-since = Seither gezählt
    .link = Die Zählung bleibt gültig
posting-reference = Nummer
posting-reverses = Nimmt eine andere Buchung zurück
posting-undone = Zurückgenommen
posting-partly-undone = Teilweise zurückgenommen
posting-counter-entry = Gegenbuchung
posting-line-undone = Zurückgenommen
posting-more-lines = Das sind die ersten Zeilen; es gibt noch mehr.
posting-selected = Ausgewählt
posting-lines-gone = Einige dieser Zeilen sind schon zurückgenommen, oder es gab sie nie.
table-selected-head = Auswählen
reverse-title = Zurücknehmen
reverse-effect = Eine Gegenbuchung bringt alles dorthin zurück, woher es kam. Beide bleiben im Verlauf.
reverse-why = Warum?
reverse-do = { $count ->
    [one] Diese Zeile zurücknehmen
   *[other] Alle { $count } Zeilen zurücknehmen
 }
reverse-some = Diese Zeilen zurücknehmen
reverse-done = { $count ->
    [one] Eine Zeile zurückgenommen. Das ist ihre Gegenbuchung.
   *[other] { $count } Zeilen zurückgenommen. Das ist die Gegenbuchung.
 }
reverse-short = { $item }: Dort sind jetzt nur { $available }; { $wanted } können nicht zurückgenommen werden.

## Umlagerungen
transfer = Umlagerung
transfers-title = Umlagerungen
transfers-sub = Ware unterwegs von einer Filiale zur anderen.
transfers-open = Unterwegs
transfers-none = Keine Umlagerungen
    .hint = Eine Umlagerung nimmt Ware aus einer Filiale und hält sie unterwegs, bis die andere sie annimmt.
transfer-heading = Umlagerung { $code }
transfer-draft = Entwurf
transfer-shipped = Unterwegs
transfer-partly = Teilweise angekommen
transfer-received = Angekommen
transfer-cancelled = Storniert
transfer-from = Von
transfer-to = Nach
transfer-sent-on = Abgeschickt am
transfer-sent-by = abgeschickt { $date } von { $name }
transfer-quantity = Abgeschickt
transfer-arrived = Angekommen
transfer-damaged = Beschädigt
transfer-missing = Verloren
transfer-returned = Zurück
transfer-left = Unterwegs
history-detail = { $who }, { $when }
ship-title = Ware abschicken
ship-sub = Von { $store } in eine andere Filiale.
ship-do = Abschicken
ship-effect = Nimmt die Ware aus dieser Filiale; sie ist unterwegs, bis die andere sie annimmt.
ship-done = { $quantity } abgeschickt.
arrive-title = Angekommenes annehmen
arrive-good = Einwandfrei
arrive-damaged = Beschädigt
arrive-close = Mehr kommt nicht
    .hint = Was noch unterwegs ist, wird als verloren ausgebucht.
arrive-caption = Angekommenes, Zeile für Zeile
arrive-effect = Was ankam, kommt an seinen Platz; der Rest bleibt unterwegs.
arrive-do = Annehmen
arrive-damage = Warum etwas beschädigt ist
arrive-over = Falls mehr kam als abgeschickt
    .none = Es kam nicht mehr
    .hint = Mehr wird nur angenommen, wenn Sie sagen, woher es ist.
over-sender = Der Absender hat mehr eingepackt
    .hint = Geht aus dem Regal des Absenders ab, soweit es dort gebucht ist.
over-found = Niemand weiß, woher
    .hint = Wird als gefunden gebucht.
arrive-lost = Warum der Rest verloren ist
arrive-more = Es tauchte mehr davon auf
arrive-more-effect = Es kommt an seinen Platz, neben das schon Angekommene.
# $quantity (String)
transfer-more = { $quantity } mehr als abgeschickt
transfer-surplus = Mehr gekommen
transfer-done = Umlagerung { $code } ist angekommen.
transfer-done-partly = Angenommen. Ein Teil von { $code } ist noch unterwegs.
cancel-title = Umlagerung stornieren
cancel-effect = Was ankam, bleibt. Beides lässt sich zurücknehmen, solange die Ware dort ist, wohin sie ging.
cancel-do = Stornieren
cancel-to = Was aus dem wird, was unterwegs ist
cancel-home = Es geht zurück
    .hint = An den Standardplatz des Absenders.
cancel-write-off = Es wird ausgebucht
    .hint = Unterwegs verloren, als Verlust der empfangenden Filiale.
cancel-reason = Warum es verloren ist
    .none = Nur wenn es ausgebucht wird
cancel-sent-by-mistake = Versehentlich abgeschickt
cancel-done = Umlagerung { $code } wurde storniert.

## Filialen und ihre Plätze
stores-title = Filialen
stores-sub = Läden und Lager, jeweils mit ihren Plätzen.
stores-search = Name oder Kürzel
stores-nothing-so-far = Bisher nichts
    .hint = Es gibt Filialen, die noch nicht durchgesehen sind. Weiter geht es auf der nächsten Seite.
store-code = Kürzel
    .hint = 2 bis 16 Großbuchstaben, Ziffern oder Bindestriche, zum Beispiel HAMBURG. Es wird auf Regale gedruckt und bleibt.
store-zone = Zeitzone
    .hint = Zum Beispiel Europe/Berlin.
store-currency = Währung
    .hint = Drei Buchstaben, zum Beispiel EUR.
store-open = Geöffnet
store-new = Filiale eröffnen
store-new-sub = Sie beginnt mit einem Platz für Ware; weitere können folgen.
store-new-effect = Dort ist noch kein Bestand.
store-new-do = Filiale eröffnen
store-opened = { $name } ist eröffnet.
store-has-stock = { $count ->
    [one] Ein Artikel ist hier noch vorrätig. Verschieben Sie ihn erst oder buchen Sie ihn aus.
   *[other] { $count } Artikel sind hier noch vorrätig. Verschieben Sie sie erst oder buchen Sie sie aus.
 }
store-has-transfers = { $count ->
    [one] Eine Umlagerung von oder nach hier ist noch unterwegs. Nehmen Sie sie erst an oder stornieren Sie sie.
   *[other] { $count } Umlagerungen von oder nach hier sind noch unterwegs. Nehmen Sie sie erst an oder stornieren Sie sie.
 }
place-scan = Scancode
places-caption = Plätze von { $store }
places-labels = Etiketten drucken
place-add = Platz hinzufügen
place-added = Platz { $place } hinzugefügt.
place-edit = { $place } ändern
place-menu = Was mit { $place } geschehen soll
place-code = Kürzel
    .hint = Bis zu 32 Buchstaben, Ziffern, Punkte, Binde- oder Unterstriche, zum Beispiel F3-02.
place-name-hint = Sein Kürzel, wenn Sie ihm keinen Namen geben.
place-parent = Liegt in
place-top = Der Filiale selbst
place-is-default = Standard
place-make-default = Zum Standardplatz machen
place-negative = Darf unter null gehen
    .hint = Eine Kasse darf hier verkaufen, was noch nicht gebucht ist.
place-stock = Was hier liegt
place-stock-caption = Was an { $place } liegt, Artikel für Artikel
place-with-inside = Mit den Plätzen darin
place-only-here = Nur hier
place-inside = Plätze darin
place-inside-caption = Plätze in { $place }
place-inside-more = Es gibt noch mehr. Sie finden sie über ihr Kürzel unter den Plätzen der Filiale.
place-in-places = { $count ->
    [one] { $count } Platz
   *[other] { $count } Plätze
 }
place-empty = Hier liegt nichts
    .hint = Was hier eingeht, hierher umgelagert oder hier gezählt wird, erscheint mit seinen Mengen.
place-nothing-so-far = Auf dieser Seite nichts
    .hint = Hier liegt viel, aber keiner der bisher durchgesehenen Artikel. Auf der nächsten Seite geht es weiter.
place-move = Von hier umlagern
place-count = Platz zählen
place-label = Etikett drucken
places-search = Anfang des Platzkürzels
places-more = Es gibt mehr Plätze, als hier stehen. Suchen Sie einen Platz über sein Kürzel.
place-archived = { $place } wurde soeben archiviert. Wählen Sie einen anderen Platz oder holen Sie diesen zuerst zurück.
place-other-store = { $place } ist ein Platz von { $store }. Wählen Sie einen dieses Ladens oder zuerst den anderen Laden.
location-has-stock = { $count ->
    [one] Ein Artikel steht noch hier. Verschieben Sie ihn erst.
   *[other] { $count } Artikel stehen noch hier. Verschieben Sie sie erst.
 }
location-has-places = { $count ->
    [one] Ein Platz liegt in diesem. Archivieren oder versetzen Sie ihn zuerst.
   *[other] { $count } Plätze liegen in diesem. Archivieren oder versetzen Sie sie zuerst.
 }
location-is-default = Hierher kommt Ware, wenn niemand etwas anderes sagt. Machen Sie erst einen anderen Platz zum Standard.
location-inside-itself = Ein Platz kann nicht in sich selbst liegen.
location-too-deep = Plätze können höchstens 32 Ebenen tief liegen.
location-parent-archived = { $place } ist archiviert. Wählen Sie einen anderen Platz oder holen Sie diesen zuerst zurück.

## Was falsch sein kann
# $field (String): what it is called; $error (String); $number (Number): the line's
error-in-field = { $field }: { $error }
error-in-line = Zeile { $number }, { $field }: { $error }
error-of-line = Zeile { $number }: { $error }
variant-twice = Dieser Artikel steht schon in einer anderen Zeile. Fassen Sie beide zusammen.
opening-known = Das wurde hier schon gebucht; die Bücher sagen { $on_hand }. Korrigieren Sie stattdessen.
move-same-place = Wählen Sie einen anderen Platz als den bisherigen.
status-same = Wählen Sie einen anderen Zustand als den bisherigen.
reason-only-takes = Dieser Grund verringert den Bestand. Zum Erhöhen wählen Sie „Gefunden“ oder „Früher verzählt“.
reason-only-brings = Dieser Grund erhöht den Bestand. Zum Verringern wählen Sie einen anderen.
reason-other-note = Sagen Sie mit ein paar Worten, warum.
transfer-over = Nur { $left } sind unterwegs. Falls mehr kam, sagen Sie unten, woher es ist.
transfer-line-twice = Diese Zeile der Umlagerung steht hier zweimal.
transfer-same-store = Wählen Sie eine andere Filiale als die absendende.
transfer-not-open = Von dieser Umlagerung ist nichts mehr unterwegs.
transfer-none-came = Geben Sie bei mindestens einer Zeile ein, wie viel ankam, oder sagen Sie, dass der Rest verloren ist.
transfer-home-no-loss = Was zurückgeht, ist nicht verloren: Lassen Sie den Verlustgrund weg.
transfer-undo-there = Das gehört zur Umlagerung { $code } und wird dort zurückgenommen: Stornieren Sie sie.
stock-insufficient = Hier sind nur { $available }; { $wanted } können nicht entnommen werden.
variant-unknown = Diesen Artikel gibt es hier nicht.
variant-archived = { $sku } ist archiviert. Holen Sie den Artikel zuerst zurück, dann lässt er sich wieder buchen und zählen.
variant-draft = { $sku } ist noch ein Entwurf und nicht im Verkauf. Aktivieren Sie den Artikel zuerst.
lines-none = Tragen Sie mindestens eine Zeile ein.
lines-too-many = { $max ->
    [one] Höchstens eine Zeile passt.
   *[other] Höchstens { $max } Zeilen passen. Größeres kommt als Datei herein.
 }
posting-already-reversed = Das wurde schon zurückgenommen.
posting-is-a-reversal = Das nimmt selbst etwas zurück und kann nicht zurückgenommen werden. Erfassen Sie es neu.
posting-is-an-offset = Dies steht neben einer anderen Buchung, damit eine Zählung gültig bleibt. Es geht, wenn jene Zählung zurückgenommen wird.
store-code-invalid = Ein Filialkürzel hat 2 bis 16 Großbuchstaben, Ziffern oder Bindestriche, zum Beispiel HAMBURG.
store-code-taken = Eine andere Filiale hat dieses Kürzel.
location-code-invalid = Ein Platzkürzel hat bis zu 32 Buchstaben, Ziffern, Punkte, Binde- oder Unterstriche, zum Beispiel F3-02.
location-code-taken = Ein anderer Platz dieser Filiale hat dieses Kürzel.
zone-unknown = Diese Zeitzone gibt es nicht. Eine heißt zum Beispiel Europe/Berlin.

## Zählungen
counts-title = Zählungen
counts-sub = Was gezählt wird, was auf Prüfung wartet, was gebucht ist.
counts-empty-title = Noch keine Zählungen
counts-empty-text = Planen Sie eine nach Platz, Kategorie oder Artikel und zählen Sie mit dem Telefon.
count-number = Zählung
count-scope = Was gezählt wird
count-scope-locations = Plätze
count-scope-category = Eine Kategorie
count-scope-items = Einzelne Artikel
count-scope-everything = Alles
count-state = Stand
count-state-open = Geplant
count-state-counting = Wird gezählt
count-state-review = Zu prüfen
count-state-posted = Gebucht
count-state-cancelled = Abgebrochen
count-lines = Gezählte Zeilen
count-places = Plätze
count-places-finished = Fertige Plätze
count-places-done = { $done } von { $total }
count-places-caption = Plätze dieser Zählung und ihr Stand
count-planned = Geplant
count-planned-by = geplant von { $name }, { $day }
count-asked = { $count ->
    [one] eine nachzuzählen
   *[other] { $count } nachzuzählen
}
count-counted-lines = { $count ->
    [one] eine Zeile gezählt
   *[other] { $count } Zeilen gezählt
}

## Eine Zählung planen
count-plan-title = Zählung planen
count-plan-sub = Sagen Sie, was gezählt wird und wie genau. Verkauft wird weiter.
count-plan-name-hint = So heißt sie auf der Fläche, zum Beispiel Vordere Regale.
count-plan-scope = Was gezählt wird
count-scope-locations-hint = Wählen Sie unten Plätze oder ganze Zonen.
count-scope-category-hint = Alle Artikel der unten gewählten Kategorien, wo immer sie stehen.
count-scope-items-hint = Nur die unten genannten Artikel.
count-scope-everything-hint = Jeder Artikel der Filiale.
count-plan-locations = Plätze
count-plan-categories = Kategorien
count-plan-items = Artikel
count-plan-items-hint = Eine Artikelnummer oder ein Barcode je Zeile.
count-plan-unknown = Den Artikel { $code } gibt es nicht.
count-plan-blind = Blind zählen
count-plan-blind-hint = Niemand sieht den Sollbestand, bevor die Zählung eingereicht ist. So wird ehrlicher gezählt.
count-plan-rule = Nachzählen
count-plan-rule-hint = Eine größere Differenz zählt erst jemand anderes nach, bevor sie angenommen werden kann.
count-plan-limit-quantity = Mehr Stück als
count-plan-limit-value = Zu Kosten mehr wert als
count-plan-effect = Nichts ändert sich, bevor Differenzen genehmigt und gebucht sind.
count-plan-do = Zählung planen
count-plan-done = { $number } ist geplant und wartet auf der Fläche.

## Eine Zählung
count-steps = Schritte dieser Zählung
count-step-counted = Gezählt
count-step-review = Prüfung
count-step-posted = Gebucht
count-is-blind = Blindzählung
count-go-floor = Auf der Fläche zählen
count-submit = Zur Prüfung einreichen
count-submit-done = Eingereicht. Jetzt werden die Differenzen geprüft.
count-submit-anyway = Trotzdem einreichen
count-submit-title = { $count ->
    [one] Ein Platz ist nicht abgeschlossen
   *[other] { $count } Plätze sind nicht abgeschlossen
}
count-submit-text = Was dort nicht gescannt wurde, gilt als nicht gezählt, nie als null. In der Prüfung steht es in einer Liste.
count-review-go = Prüfen
count-cancel = Zählung abbrechen
count-cancel-not = Weiterzählen
count-cancel-title = Diese Zählung abbrechen?
count-cancel-text = Was gescannt wurde, bleibt aufgezeichnet, aber nichts davon wird gebucht.
count-cancel-done = Die Zählung ist abgebrochen.
count-place = Platz
count-place-open = Nicht begonnen
count-place-finished = Fertig: { $name }, { $time }
count-to-recount = Nachzuzählen

## Eine Zählung prüfen
count-review-title = { $name } prüfen
count-counted-by = gezählt von { $names }, { $day }, { $from } bis { $to }
count-match = Stimmt
count-differ = Weicht ab
count-uncounted = Nicht gezählt
count-missing-found = Fehlend und gefunden
count-net = Netto zu Kosten
count-unvalued = { $count ->
    [one] eine von unbekanntem Wert
   *[other] { $count } von unbekanntem Wert
}
count-differ-title = { $count ->
    [one] Eine Zeile weicht ab
   *[other] { $count } Zeilen weichen ab
}
count-differ-caption = Abweichende Zeilen mit Wert und Entscheidung
count-uncounted-title = { $count ->
    [one] Ein Artikel wurde nicht gezählt
   *[other] { $count } Artikel wurden nicht gezählt
}
count-uncounted-hint = Nicht gezählt ist nicht null. Daran ändert sich nichts, bis es jemand sagt.
count-uncounted-caption = Artikel mit Bestand, die niemand gezählt hat
count-expected = Soll
count-counted = Gezählt
count-difference = Differenz
count-value = Wert zu letzten Kosten
count-known = Was wir wissen
count-last-moved = Zuletzt bewegt
count-decision = Entscheidung
count-decision-for = Entscheidung für { $item }
count-accept = Annehmen
count-recount = Nachzählen
count-reject = Verwerfen
count-count = Zählen
count-leave = Lassen
count-waits-recount = Wartet auf Nachzählung
count-line-is-posted = Gebucht
count-moved = Während der Zählung bewegt
count-books-at = Laut Büchern steht es in { $place }: es wird hierher umgelagert
count-books-on-its-way = Laut Büchern ist es auf dem Weg nach { $store }
count-books-elsewhere = Laut Büchern steht es in { $store }, Platz { $place }: { $status }
count-stray = Nicht in diesem Plan
count-before = Erste Zählung: { $quantity }
count-over-quantity = Über der Stückgrenze, darum eine zweite Zählung
count-over-value = Über der Wertgrenze, darum eine zweite Zählung
count-over-unknown = Der Wert ist nicht bekannt, darum eine zweite Zählung
count-mine = Von Ihnen gezählt
count-by = Gezählt von { $names }
count-accept-under = Alle annehmen unter
count-accept-under-do = Diese annehmen
count-review-all-right = Alles Gezählte stimmt mit den Büchern überein.
count-reason = Warum Sie Ihre eigene Zählung genehmigen
count-reason-hint = Sie arbeiten allein: Sehen Sie ein zweites Mal hin und sagen Sie, was Sie sahen. Es bleibt aufgezeichnet.
count-bar = { $accepted } angenommen, { $asked } nachzuzählen, { $undecided } zu entscheiden.
count-bar-may = Sie haben hier nicht gezählt und dürfen genehmigen.
count-bar-mine = Einiges haben Sie gezählt; diese Zeilen genehmigt jemand anderes.
count-bar-one = Sie haben hier gezählt und arbeiten allein: Nennen Sie einen Grund.
count-decide = Entscheidungen sichern
count-decide-done = Entschieden: { $accepted } angenommen, { $recounted } nachzuzählen, { $rejected } verworfen.
count-decide-nothing = Es wurde nichts neu entschieden.
# $left (Number): lines left, whose value is not known
count-decide-left = Entschieden: { $accepted } angenommen, { $recounted } nachzuzählen, { $rejected } verworfen. { $left ->
    [one] Eine Zeile blieb offen: Ihr Wert ist nicht bekannt.
   *[other] { $left } Zeilen blieben offen: Ihr Wert ist nicht bekannt.
 }
count-post = { $count ->
    [one] Eine Anpassung buchen, { $value }
   *[other] { $count } Anpassungen buchen, { $value }
}
count-post-cut-short = { $count ->
    [0] Gebucht. Nichts musste geändert werden.
    [one] Gebucht: Eine Zeile wurde berichtigt.
   *[other] Gebucht: { $count } Zeilen wurden berichtigt.
} { $short ->
    [one] Von einer Charge ist laut Büchern inzwischen weniger übrig, als fehlte; abgebucht wurde, was übrig ist. Zählen Sie sie noch einmal.
   *[other] Von { $short } Chargen ist laut Büchern inzwischen weniger übrig, als fehlte; abgebucht wurde, was übrig ist. Zählen Sie sie noch einmal.
}
count-post-matched = Buchen
count-post-done = { $count ->
    [0] Gebucht. Nichts musste geändert werden.
    [one] Gebucht: Eine Zeile wurde berichtigt.
   *[other] Gebucht: { $count } Zeilen wurden berichtigt.
}

## Codes, die zu nichts gehören
count-unknown = Unbekannte Codes
count-unknown-title = { $count ->
    [one] Ein unbekannter Code
   *[other] { $count } unbekannte Codes
}
count-unknown-hint = Diese Scans sind aufbewahrt. Sagen Sie, was es ist, oder verwerfen Sie sie.
count-unknown-line = { $quantity } an { $place }, gescannt von { $who }
count-unknown-item = Artikelnummer oder Barcode des Artikels
count-unknown-which = Es könnte { $items } sein.
count-unknown-link = Zuordnen
count-unknown-aside = Verwerfen
count-unknown-link-done = { $count ->
    [one] Ein Scan zählt jetzt zum Artikel.
   *[other] { $count } Scans zählen jetzt zum Artikel.
}
count-unknown-aside-done = { $count ->
    [one] Ein Scan wurde verworfen.
   *[other] { $count } Scans wurden verworfen.
}

## Was beim Zählen nicht geht
count-scope-empty = Wählen Sie mindestens eines.
count-scope-large = { $max ->
    [one] Höchstens eines.
   *[other] Höchstens { $max }. Zählen Sie alles oder planen Sie mehrere Zählungen.
}
count-closed = Diese Zählung nimmt keine Scans mehr an.
count-line-decided = Über diese Zeile ist schon entschieden.
count-recount-other = Das haben Sie schon gezählt. Jemand anderes zählt nach.
count-place-outside = Dieser Platz gehört nicht zur Zählung.
count-code-unreadable = Dieser Code ist nicht lesbar. Scannen Sie noch einmal.
count-undo-nothing = Diesen Scan gibt es nicht.
count-undo-other = Nur wer gescannt hat oder prüft, nimmt das zurück.
count-blind = Diese Zählung ist blind: Differenzen erscheinen, wenn sie eingereicht ist.
count-nothing-counted = Es ist noch nichts gezählt.
count-not-in-review = Diese Zählung ist nicht in Prüfung.
count-line-posted = Diese Zeile ist schon gebucht.
count-line-moved = Hier wurde während der Zählung Bestand bewegt; erst wird nachgezählt.
count-line-stray = Das steht nicht im Plan der Zählung. Sehen Sie es sich an und nehmen Sie es einzeln an.
count-line-uncounted = Das ist noch nicht gezählt; es gibt nichts anzunehmen.
count-needs-recount = Die Differenz überschreitet die Grenze: Erst zählt jemand anderes nach.
count-own-line = Das haben Sie gezählt; jemand anderes nimmt es an.
count-own-post = Einige dieser Zeilen haben Sie gezählt; jemand anderes bucht sie.
count-reason-needed = Sehen Sie ein zweites Mal hin und sagen Sie, warum Sie Ihre Zählung annehmen.
count-nothing-to-post = Nichts ist angenommen, also gibt es nichts zu buchen.
count-posted = Diese Zählung ist schon gebucht.
count-partly-posted = Ein Teil ist schon gebucht; abbrechen geht nicht mehr. Verwerfen Sie den Rest.
count-plan-second = Zweimal zählen
    .hint = Alles zählt noch jemand anderes, ohne zu sehen, was die erste Person fand. Nicht, wo eine Person allein arbeitet.

## Zählprogramme
programmes-title = Zählprogramme
programmes-sub = Was in einer Filiale wie oft gezählt wird. Was fällig ist, wird von selbst als Zählung geplant.
programmes-none = Noch keine Zählprogramme
    .hint = Ein Programm hält jedes Regal gezählt, ohne dass geschlossen wird: Das Wichtigste wird am öftesten gezählt.
programme-new = Neues Programm
programme-save = Programm sichern
programme-effect = Ab dem nächsten Termin wartet das Fällige als Zählung auf der Fläche.
programme-done-saved = Das Programm ist gesichert.
programme-change = Programm ändern
programme-name-hint = So heißen seine Zählungen, mit ihrem Tag.
programme-kind = Was es zählt
programme-kind-classes = Artikel nach Klassen
    .hint = Klasse A, die das meiste ausmacht, kommt am öftesten an die Reihe.
programme-kind-places = Plätze der Reihe nach
    .hint = Plätze mit Bestand, der am längsten nicht gezählte zuerst.
programme-kind-empty-places = Leere Plätze
    .hint = Plätze ohne Bestand in den Büchern: Wer dort ist, sagt, ob sie leer sind.
programme-kind-sample = Eine Zufallsstichprobe
    .hint = Artikel nach Zufall, so dass niemand weiß, welche.
programme-size = Höchstens so viele je Zählung
    .hint = Artikel oder Plätze.
programme-every = Eine Zählung alle so viele Tage
    .hint = Nur wenn etwas fällig ist.
programme-days-a = Wieder nach so vielen Tagen
    .hint = Bei Artikeln nach Klassen die der Klasse A. Eine Stichprobe richtet sich nicht danach.
programme-classes = Klassen
    .hint = Nur für Artikel nach Klassen.
programme-measure = Klassen gehen nach
programme-measure-value = Bestandswert zu Kosten
programme-measure-velocity = Verkauften Stück in 90 Tagen
programme-share-a = Klasse A macht aus, in Prozent
programme-share-b = Klassen A und B zusammen, in Prozent
programme-days-b = Klasse B wieder nach Tagen
programme-days-c = Klasse C wieder nach Tagen
programme-tolerance = Toleranz
programme-active = Es plant Zählungen
    .hint = Ohne das ruht das Programm.
programme-rests = Ruht
programme-next = Nächster Termin
programme-last = Zuletzt geplant
programme-never = Nie gezählt
programme-due = Was fällig ist
programme-due-now = Fällig
programme-class = Klasse
programme-interval = Abstand in Tagen
programme-items = Artikel
programme-counts = Seine Zählungen
programme-counts-none = Noch nichts geplant
    .hint = Fälliges wird an seinem Tag geplant, oder jetzt mit dem Knopf oben.
programme-plan = Fälliges jetzt planen
programme-nothing-due = Nichts ist fällig.
programme-count-open = { $number } dieses Programms ist noch offen. Schließen Sie sie erst ab oder brechen Sie sie ab.
programme-planned-today = Dieses Programm hat heute schon eine Zählung geplant.
number-out-of-range = Geben Sie eine Zahl von { $min } bis { $max } ein.
number-not-whole = Geben Sie eine ganze Zahl ein.
did-stock-save-count-programme = Programm gesichert
did-stock-plan-due-count = Fälliges geplant
## Wie richtig die Bücher sind, und was fehlt
accuracy-title = Genauigkeit
accuracy-sub = Wie richtig die Bücher waren, nach dem, was gezählt und gebucht wurde. Zurückgenommene Zählungen zählen nicht.
accuracy-tolerable = Innerhalb der Toleranz
accuracy-by-lines = Genauigkeit nach Zeilen
accuracy-expected = Erwartet, zu Kosten
accuracy-off = Abweichung, zu Kosten
accuracy-by-value = Genauigkeit nach Wert
shrinkage-title = Schwund
shrinkage-sub = Was als verloren und als gefunden gebucht wurde, zu Kosten. Zurückgenommenes ist abgezogen. Nach Zählenden: was sie weniger oder mehr zählten als erwartet.
shrinkage-lost = Verloren
shrinkage-lost-value = Verloren, zu Kosten
shrinkage-found = Gefunden
shrinkage-found-value = Gefunden, zu Kosten
shrinkage-net = Verlust netto
figures-from = Von
figures-to = Bis
figures-by = Nach
figures-by-month = Monat
figures-by-store = Filiale
figures-by-category = Kategorie
figures-by-reason = Grund
figures-by-counter = Zählende
figures-total = Zusammen
figures-of-none = Keine
figures-unvalued = Kosten unbekannt
figures-none = Nichts an diesen Tagen
    .hint = Wählen Sie andere Tage oder eine andere Filiale.
figures-days-reversed = Der letzte Tag liegt vor dem ersten.
figures-days-many = Wählen Sie weniger als { $max } Tage.
## Notizen, Fotos, und wer eine Zeile klärt
evidence-title = Notizen und Fotos
evidence-none = Zu dieser Zeile ist nichts notiert.
evidence-add = Etwas notieren
evidence-add-do = Hinzufügen
evidence-link = Notiz oder Foto
evidence-of = { evidence-link }: { $item }
evidence-photo = Bild
evidence-photo-hint = JPEG, PNG oder WebP, höchstens { $max } MB.
evidence-photo-by = Foto von { $name }
evidence-done = Notiert.
evidence-photo-kind = Das ist kein Foto, das sich zeigen lässt. Wählen Sie JPEG, PNG oder WebP.
evidence-photo-large = Dieses Foto ist größer als { $max } MB. Machen Sie ein kleineres.
evidence-upload-failed = Das Foto kam nicht ganz an. Senden Sie es noch einmal.
evidence-full = Zu dieser Zeile gibt es schon { $max } Notizen und Fotos.
investigation-title = Klären
investigation-effect = Bis das geklärt ist, wird diese Zeile nicht angenommen. Die anderen warten nicht darauf.
investigation-who = Wer
investigation-me = Ich
investigation-until = Bis
investigation-what = Was zu klären ist
investigation-open = Klären lassen
investigation-outcome = Was herauskam
investigation-end = Geklärt
investigation-done-opened = Jemand klärt diese Zeile.
investigation-done-ended = Über die Zeile kann wieder entschieden werden.
investigation-goes-on = Wird geklärt
investigation-late = Überfällig
investigation-over-state = Geklärt
investigation-by = { $name }, bis { $day }
investigation-line = { $name } klärt es bis { $day }
investigation-past = Wählen Sie heute oder einen späteren Tag.
investigation-over = Diese Zeile klärt niemand mehr.
count-line-investigated = Jemand klärt diese Zeile. Angenommen wird sie, wenn das getan ist.
did-stock-add-count-evidence = Zeile notiert oder fotografiert
did-stock-investigate-count-line = Zeile zu klären
did-stock-end-investigation = Zeile geklärt
did-stock-deal-count-places = Plätze verteilt
changed-looks-into-it = Wer es klärt
changed-until = Bis
changed-outcome = Was herauskam
changed-places = Plätze
changed-dealt-to = Verteilt an

## Plätze an Personen verteilt
count-deal-title = Wer zählt wo
count-deal-effect = Jede Person sieht ihre Plätze zuerst. Wer vorbeikommt, darf trotzdem jeden zählen.
count-deal-people = Unter
count-deal-evenly = Gleichmäßig verteilen
count-deal-each = Platz für Platz
count-deal-anybody = Wer zuerst kommt
count-deal-do = Verteilung sichern
count-deal-who = Wer
count-deal-nobody = Kreuzen Sie an, wer zählt.
count-deal-done = { $count ->
    [one] Ein Platz ist verteilt.
   *[other] { $count } Plätze sind verteilt.
}
count-counted-last = Zuletzt gezählt

## Die Fläche
floor-to-desk = Zum Schreibtisch
floor-counts = Zählungen
floor-no-counts = Nichts zu zählen
floor-no-counts-text = Zählungen plant die Leitung am Schreibtisch.
floor-work = Andere Arbeit
floor-receive = Annehmen
floor-transfer = Umlagern
floor-label = Etiketten drucken
floor-lookup = Nachsehen
floor-lookup-blind = Bestände lassen sich wieder nachsehen, sobald die Blindzählung eingereicht ist.
floor-leave = Zählung verlassen
floor-place = Platz
floor-go = Dorthin
floor-ready = Bereit zum Scannen
floor-ready-hint = oder Artikelnummer oder Code tippen
floor-mode = Jeder Scan
floor-mode-one = Jeder Scan zählt 1
floor-mode-enter = Menge eingeben
floor-count = Zählen
floor-current = Aktueller Artikel
floor-counted-one = Gezählt, 1 mehr
floor-counted-fewer = 1 weniger
floor-counted-n = Gezählt: { $quantity }
floor-counted-set = Auf { $n } gesetzt
# $entered (String): 1 case; $pack (String): base units in one, 12 or 1/3; $base (String): 12 pieces
floor-counted-unit = { $entered } zu { $pack } = { $base }
floor-unit = Einheit
    .hint = Leer lassen für die Einheit, die der Code nennt.
count-unit-of-unknown = Diesen Code kennt noch niemand, also weiß auch niemand, wie viele Stück die Einheit enthält. Lassen Sie die Einheit leer oder geben Sie die Stück ein.
floor-undone = Zurückgenommen
floor-sending = wird gesendet …
floor-unknown = Nicht im Katalog
floor-unknown-text = Dieser Code gehört zu keinem Artikel. Der Scan ist aufbewahrt; sagen Sie, was es ist.
floor-unknown-link = Einem Artikel zuordnen
floor-unknown-draft = Artikelentwurf anlegen
floor-unknown-later = Später entscheiden
floor-unknown-later-hint = „Später entscheiden“ bringt es auf die Prüfseite; die Zählung geht weiter.
floor-refused = Nicht gezählt
floor-stray = Gehört nicht zu dieser Zählung
floor-stray-text = Dieser Artikel gehört nicht zu dieser Zählung. Der Scan ist für die Prüfung aufbewahrt; zählen Sie weiter.
floor-fewer = Eins weniger
floor-more = Eins mehr
floor-here = { $unit }, auf diesem Platz
floor-last = Letzte Scans
floor-none-yet = Noch nichts gescannt.
floor-saved = Gesichert
floor-waiting = { $count ->
    [one] { $count } wartet
   *[other] { $count } warten
}
floor-sync-now = Jetzt senden
floor-signed-out = Neu anmelden
floor-no-store = Dieser Browser bewahrt nichts auf. Verlassen Sie den privaten Modus oder schaffen Sie Platz.
floor-finish = { $place } abschließen
floor-finish-empty = Ja, { $place } ist leer
floor-finish-wait = Warten Sie, bis alles gesendet ist, dann abschließen.
floor-finish-title = { $place } abschließen?
floor-finish-left = { $count ->
    [0] Hier ist alles gescannt
    [one] Ein Artikel noch nicht gescannt
   *[other] { $count } Artikel noch nicht gescannt
}
# $count (Number): items that the page does not list
floor-finish-more = { $count ->
    [one] Ein weiterer Artikel steht nicht in dieser Liste. Er bleibt für die Prüfung.
   *[other] { $count } weitere Artikel stehen nicht in dieser Liste. Sie bleiben für die Prüfung.
}
floor-finished = Dieser Platz ist abgeschlossen.
floor-none-here = Keine hier
floor-empty-ask = Dieser Platz sollte leer sein. Ist er es? Dann schließen Sie ihn ab, sonst scannen Sie, was da ist.
floor-blind = Was das System erwartet, bleibt verborgen, bis die Zählung eingereicht ist.
floor-sound-off = Ton aus
floor-sound-on = Ton an
floor-keyboard = Code tippen
floor-place-now = Jetzt an { $place }
floor-place-other = Dieser Platz gehört nicht zu dieser Zählung.
floor-asked-title = Diese bitte nachzählen
floor-asked-not-mine = von Ihnen gezählt; macht jemand anderes
floor-asked-done = gezählt
floor-quantity-bad = Geben Sie eine Menge von null oder mehr ein.

## Verlauf von Filialen, Zählungen und Umlagerungen
did-stock-create-store = Filiale eröffnet
did-stock-edit-store = Filiale geändert
did-stock-archive-store = Filiale archiviert
    .back = Filiale wiederhergestellt
changed-code = Kürzel
did-stock-create-location = Platz angelegt
did-stock-edit-location = Platz geändert
did-stock-archive-location = Platz archiviert
    .back = Platz wiederhergestellt
did-stock-set-default-location = Standardplatz gewählt
changed-kind = Art
changed-parent = Liegt in
changed-allow-negative = Darf unter null gehen
did-stock-plan-count = Zählung geplant
did-stock-finish-count-place = Platz abgeschlossen
changed-none = Als leer gezählt
changed-left = Ungezählt gelassen
did-stock-submit-count = Zur Prüfung eingereicht
did-stock-decide-count-lines = Über Differenzen entschieden
did-stock-decide-unknown-code = Unbekannter Code geklärt
did-stock-post-count = Gebucht
did-stock-cancel-count = Zählung abgebrochen
changed-number = Nummer
changed-store = Filiale
changed-lines = Zeilen
changed-count-lines = Gezählte Zeilen
changed-accepted = Angenommene Zeilen
changed-recount = Nachzuzählende Zeilen
changed-rejected = Verworfene Zeilen
changed-second-look = Zweiter Blick
changed-unknown-code = Gescannter Code
changed-scans = Erfasste Scans
changed-posted = Zeilen, die den Bestand ändern
changed-cut-short = Chargen, von denen weniger übrig war, als fehlte
changed-matched = Zeilen, die stimmen
did-stock-ship-transfer = Ware abgeschickt
did-stock-receive-transfer = Ware angenommen
did-stock-cancel-transfer = Umlagerung storniert
did-stock-reverse-posting = Annahme rückgängig gemacht
changed-from = Von
changed-to = Nach
changed-called-back = Was unterwegs ist
transfer-booked = In den Büchern

## Bücher abschließen
periods-title = Perioden
periods-sub = Wie weit die Bücher jeder Filiale abgeschlossen sind. Was an einem abgeschlossenen Tag geschah, wird nicht mehr gebucht.
period-open = Offen
period-through = Abgeschlossen bis
period-counts = Offene Zählungen
period-on-the-way = Umlagerungen unterwegs
period-changed = Zuletzt geändert
period-close-title = Bücher abschließen
period-close-effect = Verkäufe, Wareneingänge und Zählungen dieses Tages und davor werden danach überall abgelehnt. Schließen Sie offene Zählungen vorher ab: Was sie fanden, wird auf den Tag der Zählung gebucht.
period-close-do = Bücher abschließen
period-reopen-title = Bücher wieder öffnen
period-reopen-effect = Wer sie wann und warum wieder geöffnet hat, bleibt im Verlauf jeder Filiale.
period-keep = Abgeschlossen lassen bis
    .hint = Nichts eingegeben: Alles ist wieder offen.
period-reopen-do = Bücher wieder öffnen
# $day (Date); $count (Number): stores
period-closed-done = Abgeschlossen bis { $day }: { $count ->
    [one] eine Filiale.
   *[other] { $count } Filialen.
 }
# $day (Date); $count (Number): stores
period-reopened-done = Nach dem { $day } wieder offen: { $count ->
    [one] eine Filiale.
   *[other] { $count } Filialen.
 }
# $count (Number): stores
period-reopened-all-done = Alles ist wieder offen: { $count ->
    [one] eine Filiale.
   *[other] { $count } Filialen.
 }
# $store (String): its code; $day (Date)
period-closed = Die Bücher von { $store } sind bis { $day } abgeschlossen. Geben Sie ein späteres Datum an, oder lassen Sie sie von der Buchhaltung wieder öffnen.
# $day (Date): the last that is over
period-not-over = Dieser Tag ist noch nicht in jeder Filiale lange genug vorbei. Der letzte, der abgeschlossen werden kann, ist { $day }.
period-closed-already = Diese Bücher sind schon so weit abgeschlossen.
period-open-already = Diese Bücher sind nach diesem Tag nicht abgeschlossen.
did-stock-close-period = Bücher abgeschlossen
did-stock-reopen-period = Bücher wieder geöffnet
books-title = Zeiträume und Bewertung im Rückblick
books-sub = Welche Tage geschlossen und wieder geöffnet wurden, von wem und warum, und wie es zur Bewertung kam.
books-frozen = Steht fest seit
books-not-frozen = Noch nicht: Es hat sich nichts bewegt.
books-of-store = Was mit den Büchern dieser Filiale geschah.
changed-closed-through = Abgeschlossen bis
changed-reason = Grund

## Bestand zu einem früheren Zeitpunkt
as-of-title = Bestand zum Stichtag
# $day (Date)
as-of-day-end = Am Ende des { $day }.
# $day (Date); $time (String): 18:00
as-of-instant = Am { $day } um { $time }.
as-of-sub-now = Mit allem, was seither nachgebucht, gezählt oder zurückgenommen wurde.
as-of-sub-then = Wie es damals in den Büchern stand; was seither gebucht oder zurückgenommen wurde, ist nicht darin.
as-of-known = Welche Antwort
as-of-known-now = Heutiger Kenntnisstand
as-of-known-then = Damaliger Kenntnisstand
as-of-day = Tag
as-of-time = Uhrzeit
as-of-sub = Was zu einem beliebigen Zeitpunkt wo war, neben dem, was heute da ist.
as-of-slide = Zu einem Tag schieben
    .hint = Pfeiltasten gehen um einen Tag, Bildtasten um einen Monat.
as-of-quick = Oft gefragt
as-of-month-end = Ende des letzten Monats
as-of-quarter-end = Ende des letzten Quartals
as-of-year-ago = Vor einem Jahr
as-of-yesterday = Gestern
as-of-moment = Jetzt
# $zone (String): Europe/London
as-of-zone = Zeitzone: { $zone }.
# $day (Date)
as-of-closed = Bücher geschlossen bis { $day }.
as-of-nothing = Hier hat sich noch nichts bewegt; es gibt keine Vergangenheit zu zeigen.
# $day (Date)
as-of-before = Hier hatte sich noch nichts bewegt: Die erste Bewegung ist vom { $day }.
# $time (String): a date and time
as-of-before-booked = In den Büchern stand noch nichts: Der erste Eintrag wurde am { $time } gemacht. Heute weiß man von diesem Zeitpunkt vielleicht mehr.
as-of-then = Bestand damals
as-of-way = Damals unterwegs
as-of-now = Bestand heute
as-of-change = Seither

## Zusagen: Reservierungen und Fehlmengen
reservation = Reservierung
reservations-title = Reservierungen
reservations-sub = Was jemandem zugesagt ist: Vormerkungen, die verfallen, und Zuteilungen, die bleiben.
reservations-none = Nichts ist reserviert
    .hint = Was für einen Warenkorb oder Auftrag reserviert ist, steht hier, bis es versandt oder freigegeben ist.
# $code (String)
reservation-heading = Reservierung { $code }
reservation-hold = Vormerkung
reservation-allocation = Zuteilung
reservation-active = Aktiv
reservation-shipped = Versandt
reservation-released = Freigegeben
reservation-expired-state = Verfallen
reservation-reference = Auftrags- oder Warenkorbnummer
reservation-made = Reserviert am
reservation-expires = Verfällt am
reservation-wanted = Reserviert
# $number (Number)
reservation-posting = Buchung { $number }
reservation-acts = Wie weiter
    .hint = Beim Versand wird das Zugesagte verkauft, von dort, wo es steht. Freigegebenes kann jeder verkaufen.
reservation-do-ship = Alles versenden
reservation-do-convert = Auftrag daraus machen
reservation-do-extend = 15 Minuten länger halten
reservation-do-release = Freigeben
reservation-done-shipped = Versandt.
reservation-done-released = Freigegeben.
reservation-done-extended = Weitere 15 Minuten vorgemerkt.
reservation-done-converted = Es bleibt jetzt zugesagt, bis es versandt oder freigegeben ist.
reserve-title = Ware reservieren
# $store (String)
reserve-sub = In { $store }: Entweder wird alles reserviert oder nichts.
reserve-do = Reservieren
reserve-effect = Die Ware bleibt im Regal, und niemand sonst kann sie verkaufen.
reserve-lasts = Wie lange
reserve-order = Für einen Auftrag, bis zum Versand
reserve-15-minutes = 15 Minuten
reserve-1-hour = Eine Stunde
reserve-1-day = Einen Tag
reserve-1-week = Eine Woche
# $quantity (Quantity)
reserve-done = { $quantity } reserviert.
# $available, $wanted (Quantity)
reservation-short = Hier sind { $available } von { $wanted } frei.
# $available, $wanted, $there (Quantity); $store (String)
reservation-short-elsewhere = Hier sind { $available } von { $wanted } frei. { $store } hat { $there }.
# $available, $wanted, $coming (Quantity); $code (String)
reservation-short-incoming = Hier sind { $available } von { $wanted } frei. { $coming } sind mit { $code } unterwegs.
# $available, $wanted, $held (Quantity); $code (String)
reservation-short-held = Hier sind { $available } von { $wanted } frei. { $code } hält { $held }.
reservation-expired = Diese Vormerkung ist verfallen; was sie hielt, ist wieder frei. Reservieren Sie neu.
reservation-ended = Diese Reservierung ist beendet: Sie wurde versandt oder freigegeben.
reservation-not-a-hold = Dies ist eine Zuteilung: Sie bleibt, bis sie versandt oder freigegeben ist.
reservation-minutes-hold = Nur eine Vormerkung verfällt. Lassen Sie dies weg, oder machen Sie eine Vormerkung daraus.
# $max (Number)
reservation-minutes = Geben Sie 1 bis { $max } Minuten an.
reservation-store-unknown = Eine solche Filiale gibt es nicht, oder sie ist stillgelegt.
reservation-line-unknown = Diese Reservierung hat keine solche Zeile, oder sie ist zweimal genannt.
# $promised (Quantity)
reservation-more-than-promised = Von dieser Zeile sind nur noch { $promised } zugesagt.
store-has-promises = { $count ->
    [one] Ein Artikel dieser Filiale ist zugesagt. Versenden Sie seine Reservierung zuerst, oder geben Sie sie frei.
   *[other] { $count } Artikel dieser Filiale sind zugesagt. Versenden Sie ihre Reservierungen zuerst, oder geben Sie sie frei.
 }
shortages-title = Fehlmengen
shortages-sub = Es ist mehr zugesagt, als da ist. Was hereinkommt, gleicht es aus; ebenso, wer eine Zusage freigibt.
shortages-none = Nichts fehlt
    .hint = Jede Zusage kann gehalten werden.
shortage-short = Es fehlen
shortage-sellable = Verkäuflich
shortage-since = Seit
shortage-held = Zugesagt an

## What is kept back from ways of selling
buffers-title = Zurückbehalten
buffers-sub = Was vom Bestand Verkaufswegen vorenthalten bleibt. Von zwei Regeln, die gelten könnten, gilt die genauere.
buffers-none = Nichts wird zurückbehalten
    .hint = Behalten Sie etwas zurück, damit online Verkauftes beim Packen noch da ist, oder für schlechte Zeiten.
buffer-new = Etwas zurückbehalten
buffer-effect = Es bleibt im Regal und darf über den Tresen weiter verkauft werden. Eine Regel für dasselbe wird ersetzt; null heißt, dass nichts zurückbehalten wird.
buffer-do = Zurückbehalten
buffer-for = Wofür
buffer-for-safety = Sicherheitsbestand, vor jedem Verkaufsweg
buffer-for-till = Kasse
buffer-for-pickup = Abholung in der Filiale
buffer-for-online = Onlineverkauf
buffer-of = Wovon
buffer-of-everything = Alles
buffer-of-category = Warengruppe { $name }
buffer-of-gone = Etwas, das es nicht mehr gibt
buffer-category = Warengruppe
buffer-item = Artikel
    .hint = Artikelnummer, Barcode oder Name. Leer lassen für eine ganze Warengruppe oder für alles.
buffer-all-variants = Alle Varianten dieses Artikels
buffer-percent-field = Oder Prozent des Verkäuflichen
buffer-percent = Geben Sie einen Prozentsatz von 0 bis 100 mit höchstens zwei Nachkommastellen ein.
buffer-of-several = Wählen Sie eine Warengruppe oder einen Artikel, nicht beides.
buffer-remove = Nicht mehr zurückbehalten: { $of }
buffer-done = Es wird ab jetzt zurückbehalten.
buffer-done-nothing = Davon wird ab jetzt nichts zurückbehalten.
buffer-removed = Die Regel ist weg. Was weniger genau ist, gilt wieder.
did-stock-set-buffer = Zurückbehalten
did-stock-remove-buffer = Nicht mehr zurückbehalten
changed-keeps = Wofür
changed-item = Artikel
changed-quantity = Menge
changed-percent = Prozent
reserve-channel = Verkaufsweg
reserve-counter = Über den Tresen
reservation-short-kept = Für diesen Verkaufsweg sind { $available } von { $wanted } frei; { $kept } werden hier zurückbehalten.
available-by = Verfügbar: { $channel }
why-number-of = Warum { $number }, { $of }?
why-kept = Zurückbehalten: { $for }
why-rules = Regeln
why-owed = Schon zu viel zugesagt
why-held-more = { $count ->
    [one] und eine weitere
   *[other] und { $count } weitere
 }
why-channels = Nach Verkaufsweg
why-channels-caption = Was von { $item } jedem Verkaufsweg bleibt

## Lots, serial numbers, last days
lot = Charge
serials = Seriennummern
    .hint = Eine je Zeile, wie sie gescannt werden.
lot-expires = Letzter Tag
    .hint = Bis einschließlich dieses Tages darf es verkauft werden.
lot-made = Hergestellt am
lot-dated = { $lot }, letzter Tag { $day }
lots-unasked = Charge, letzter Tag oder Seriennummern
lot-named = Charge { $code }
lot-named-serial = Nr. { $code }
lots-title = Chargen und Seriennummern
lots-sub = Was zuerst abläuft, steht zuerst. Über ihre Nummer findet sich jede Charge, wohin sie auch ging.
lots-none = Noch wird nichts verfolgt
    .hint = Legen Sie bei einem Artikel fest, dass er nach Charge oder Seriennummer verfolgt wird; was Sie davon erhalten, steht dann hier.
lots-there = Auf Lager
lots-soon = In 30 Tagen
lots-expired = Abgelaufen
lots-search = Charge oder Seriennummer
lot-held-state = Gesperrt
lot-recalled-state = Zurückgerufen
lot-expired-state = Abgelaufen
lot-soon-state = Läuft bald ab
lot-heading = Charge { $code }
lot-heading-serial = Seriennummer { $code }
lot-file = Alles als Datei
lot-where = Wo es ist
lot-flows = Woher es kam und wohin es ging
lot-story = Was damit geschah
lot-nowhere = Nichts davon ist da
    .hint = Alles ging fort: wohin, steht unten.
lot-ways-out = Auswege
lot-write-off = Entsorgen oder verschenken
lot-flow-end = Von oder nach
lot-came = Kam
lot-went = Ging
lot-flows-more = Es hat sich mehr als zehntausendmal bewegt: dies sind die Summen der ersten zehntausend. Die Datei enthält alle.
lot-do = Was zu tun ist
lot-do-hold = Sperren
    .hint = In allen Filialen vom Verkauf gesperrt, bis jemand nachgesehen hat.
lot-do-recall = Zurückrufen
    .hint = Überall vom Verkauf gesperrt und von dort zurückgerufen, wohin es ging.
lot-hold-title = Sperren oder zurückrufen
lot-hold-do = Vom Verkauf sperren
lot-release-title = Wieder verkaufen
lot-release-effect = Was dafür beiseitegelegt wurde und noch da ist, wird wieder verfügbar, außer sein letzter Tag ist vorbei.
lot-release-do = Freigeben
lot-days-title = Seine Tage
lot-done-held = Vom Verkauf gesperrt: { $quantity }.
lot-done-recalled = Zurückgerufen; vom Verkauf gesperrt: { $quantity }.
lot-done-released = Wieder im Verkauf: { $quantity }.
lot-done-edited = Seine Tage sind berichtigt.
supplier-return-title = An Lieferanten zurückgeben
supplier-return-sub = Waren von { $store } gehen an den Lieferanten zurück.
supplier-return-do = Zurückgeben
supplier-return-effect = Sie verlassen den Bestand der Filiale sofort.
supplier-return-number = Rücksendenummer
supplier-return-done = An den Lieferanten zurück: { $quantity }.
reason-none = Kein Grund angegeben
in-transit = Unterwegs
lot-needed = Geben Sie die Charge an, wie sie auf der Ware steht.
lot-which = Hier sind mehrere Chargen: { $lots }. Geben Sie an, welche.
lot-unknown = Von diesem Artikel gibt es keine Charge { $lot }.
lot-not-tracked = Dieser Artikel wird nicht nach Chargen verfolgt. Lassen Sie die Charge weg.
serial-needed = Geben Sie an, welches Stück es ist: seine Seriennummer.
lot-day-needed = Geben Sie den letzten Tag an, an dem diese Charge verwendet werden darf.
lot-other-day = Charge { $lot } ist mit dem letzten Tag { $day } bekannt. Geben Sie diesen an, oder berichtigen Sie zuerst die Charge.
lot-no-day = Charge { $lot } ist ohne letzten Tag bekannt. Lassen Sie ihn weg, oder berichtigen Sie zuerst die Charge.
lot-expired = Der letzte Tag dieser Charge war { $day }. Nehmen Sie sie als beschädigt oder gesperrt an, oder schicken Sie sie zurück.
lot-short-lived = Der letzte Tag dieser Charge ist { $day }; der Artikel verlangt beim Eingang mindestens { $days } weitere Tage. Nehmen Sie sie gesperrt an, oder schicken Sie sie zurück.
lot-made-later = Diese Charge wäre nach ihrem Eingang hergestellt worden. Prüfen Sie das Datum.
lot-expires-before-made = Der letzte Tag liegt vor dem Tag der Herstellung.
lot-held = Charge { $lot } ist gesperrt oder zurückgerufen: nichts davon darf verfügbar werden. Geben Sie die Charge zuerst frei, oder nehmen Sie sie gesperrt an.
lot-expired-available = Der letzte Tag von Charge { $lot } war { $day }: nichts davon darf verfügbar werden. Geben Sie sie zurück, entsorgen oder verschenken Sie sie.
lot-is-so = Die Charge ist schon so.
lot-recalled = Die Charge ist zurückgerufen. Das endet, indem sie wieder verkauft werden darf.
count-piece-on-its-way = Laut Büchern ist { $serial } auf dem Weg nach { $store }. Nehmen Sie zuerst die Umlagerung an, oder stellen Sie die Zeile zurück.
count-piece-other-store = Laut Büchern ist { $serial } in { $store }. Lassen Sie es von dort senden und nehmen Sie es an, oder stellen Sie die Zeile zurück.
count-piece-set-apart = Laut Büchern ist { $serial } in { $place } ausgesondert: eine Zählung gibt nichts zum Verkauf frei. Ändern Sie zuerst den Zustand, oder stellen Sie die Zeile zurück.
serial-count = Geben Sie für jedes Stück eine Seriennummer an: { $given } für { $wanted }.
serial-twice = Die Seriennummer { $serial } steht zweimal da.
serial-unknown = Es gibt kein Stück mit der Seriennummer { $serial }.
serial-elsewhere = Die Seriennummer { $serial } ist woanders. Schlagen Sie sie nach und lagern Sie sie um, oder prüfen Sie die Nummer.
serial-gone = Die Seriennummer { $serial } ist in keiner Filiale mehr.
serial-not-tracked = Dieser Artikel wird nicht nach Seriennummer verfolgt. Lassen Sie die Nummern weg.
serial-adjust-by = Geben Sie an, wie viele Stück kommen oder gehen, und ihre Nummern.
tracking-changed = { $sku } wird anders verfolgt, als hier steht. Laden Sie die Seite neu; was vor der Umstellung verkauft wurde, kommt als Rückgabe zurück.
lot-going = Charge
    .hint = Was zuerst abläuft, wenn Sie nichts angeben.

## Lots, serial numbers, last days
lot-where-caption = Orte, die etwas davon haben
lot-flows-caption = Summen nach Filiale
lot-story-caption = Seine Bewegungen
## Was der Bestand wert ist

value-title = Bestandswert
value-by-item = Nach Artikel
value-totals = Nach Laden und Warengruppe
value-all = Gesamter Bestand
value-by-store = Nach Laden
value-by-category = Nach Warengruppe
value-category = Warengruppe
value-no-category = Ohne Warengruppe
value-no-stores = Alle Läden werden zusammen bewertet
    .hint = Kein Laden hat einen Anteil für sich.
value-nothing = Noch ist nichts bewertet
    .hint = Was hereinkommt, ist wert, was es gekostet hat; einen Augenblick später steht es hier.
value-now = Wie es jetzt ist.
value-each = Je Stück
value-worth = Wert
value-on-the-way = Unterwegs
# $store (String): a store's name
value-on-the-way-to = Unterwegs nach { $store }
value-lots = Chargen getrennt
# $when (String): an instant
value-through = Bewertet bis { $when }.
# $count (Number)
value-waiting = { $count ->
    [one] Eine Bewegung wartet auf ihre Bewertung.
   *[other] { $count } Bewegungen warten auf ihre Bewertung.
}
value-of-it = Was es wert ist
value-of-it-of = Was es wert ist: { $item }
value-file = Herunterladen
value-through-day = Bewertet bis
account-side = Seite
layers-all = Alle Schichten
entries-all = Alle Einträge
# $item (String)
value-why = Warum { $item } so viel wert ist
# $quantity, $value (String)
value-so-much = { $quantity } im Wert von { $value }
# $quantity, $value (String)
value-owed = { $quantity } gingen hinaus, bevor sie da waren, zu { $value }, soweit bekannt. Was als Nächstes hereinkommt, stellt das richtig.
value-standard = Standardkosten
layers-title = Was vom Zugang übrig ist
layer-since = Gekommen
layer-in = Zugang
layer-left = Rest
entries-title = Was den Wert verändert hat
entry-after = Wert danach
account-cost-title = Kosten eines Zeitraums
account-cost-sub = Wie sich der Bestandswert vom Beginn des ersten bis zum Ende des letzten Tages entwickelt hat.
account-from = Von
account-to = Bis
account-opening = Anfangsbestand
account-in = Zugänge
account-out = Abgänge
account-adjusted = Berichtigungen
account-closing = Endbestand
account-cost-of-sales = Wareneinsatz
account-what = Was
# $day (Date)
period-ends-before = Der letzte Tag liegt vor dem ersten, { $day }.
costing-title = Bewertungsverfahren
costing-sub = Was hinausgeht, ist wert, was das Verfahren sagt; was bleibt, ist den Rest wert.
costing-effect = Wählen Sie, bevor sich etwas bewegt: Ab der ersten Bewegung bleibt es dabei.
costing-method = Verfahren
costing-scope = Zusammen bewertet
costing-since = In Gebrauch seit
costing-frozen-why = Seither hat sich Ware bewegt, darum bleibt es dabei. Ein Artikel, von dem sich noch nichts bewegt hat, kann auf seiner Wertseite noch anders bewertet werden.
costing-items = Anders bewertet
    .hint = Kein Artikel wird anders bewertet.
costing-item-title = Diesen Artikel anders bewerten
costing-item-effect = Für alle Varianten des Artikels, bis sich die erste bewegt.
costing-as-all = Wie alle anderen
costing-done = Ab jetzt wird so bewertet.
costing-frozen = Es hat sich schon etwas bewegt, darum bleibt es beim bisherigen Verfahren.
cost-method-fifo = Zuerst herein, zuerst hinaus (FIFO)
    .hint = Was zuerst kam, geht zuerst, zu dem, was es gekostet hat.
cost-method-average = Gewogener Durchschnitt
    .hint = Alles ist gleich viel wert: was es im Durchschnitt gekostet hat.
cost-method-standard = Standardkosten
    .hint = Jedes Stück ist wert, was festgesetzt wurde; was es mehr oder weniger kostete, steht als Abweichung da.
cost-method-specific = Nach Charge oder Seriennummer
    .hint = Jede Charge und jede Seriennummer ist wert, was sie selbst gekostet hat.
cost-scope-store = Jeder Laden für sich
cost-scope-company = Alle Läden zusammen
cost-kind-receipt = Wareneingang
cost-kind-opening = Eröffnungsbestand
cost-kind-found = Gefunden
cost-kind-returned = Von Kunden zurück
cost-kind-transfer-in = Aus anderen Läden
cost-kind-sold = Verkauft
cost-kind-lost = Verloren und verbraucht
cost-kind-sent-back = An Lieferanten zurück
cost-kind-transfer-out = In andere Läden
cost-kind-true-up = Seither bekannte Kosten
cost-kind-landed = Später hinzugekommene Kosten
cost-kind-landed-gone = Davon für schon Abgegangenes
cost-kind-revalued = Neu bewertet
cost-kind-variance = Abweichung vom Standard
cost-kind-correction = Durch Rücknahme berichtigt
revalue-title = Neu bewerten
revalue-effect = Was ein Stück ab jetzt wert ist. Der Unterschied und der Grund bleiben festgehalten.
revalue-everywhere = In allen Läden.
# $store (String)
revalue-here = Nur in { $store }, es sei denn, alle Läden werden zusammen bewertet.
revalue-do = Neu bewerten
# $value (String): an amount with its sign
revalue-done = Neu bewertet: { $value }.
revaluation-nothing = Nichts davon wäre danach etwas anderes wert.
late-cost-title = Kosten hinzufügen
late-cost-effect = Sie werden auf die Zeilen des Wareneingangs verteilt. Was noch da ist, trägt seinen Teil, wo immer es inzwischen steht; der Rest sind Kosten dessen, was abgegangen ist.
late-cost-kind = Worum es geht
late-cost-landed = Fracht, Zoll, Versicherung
late-cost-invoice = Die Rechnung sagt etwas anderes
late-cost-sign = Die Ware wird dadurch
late-cost-more = Teurer
late-cost-less = Billiger
late-cost-amount = Betrag
late-cost-by = Verteilt
late-cost-by-value = Nach dem, was jede Zeile kostete
late-cost-by-quantity = Nach der Menge
late-cost-reference = Rechnungsnummer
late-cost-do = Kosten hinzufügen
# $value, $on_hand, $gone (String): amounts
late-cost-done = { $value } hinzugefügt: { $on_hand } zu dem, was da ist, { $gone } zu dem, was abgegangen ist.
cost-not-a-receipt = Solche Kosten trägt nur ein Wareneingang oder ein Eröffnungsbestand.
cost-nothing-to-bear = Keine Zeile davon steht noch, die diese Kosten tragen könnte.
cost-changes-title = Wertänderungen
cost-changes-sub = Was Menschen am Wert des Bestands geändert haben: Neubewertungen und später hinzugekommene Kosten. Jede lässt sich zurücknehmen.
cost-changes-none = Noch nichts wurde geändert
    .hint = Neubewertungen und später hinzukommende Kosten stehen dann hier.
cost-changes-all = Alle Änderungen
cost-change-revaluation = Neubewertung
cost-change-undoes = Nimmt eine Änderung zurück
cost-change-of = Die Änderung, die sie zurücknimmt
cost-change-on-hand = Zu dem, was da ist
cost-change-gone = Zu dem, was abgegangen ist
cost-change-receipt = Wareneingang
cost-change-billed = Laut Rechnung
cost-change-undo-effect = Das Gegenteil wird gebucht: Was von der Ware noch da ist, trägt davon so viel es kann, der Rest sind Kosten dessen, was abgegangen ist. Beide bleiben im Verlauf.
cost-change-undo-done = Zurückgenommen: { $value }, davon { $on_hand } am Bestand und { $gone } an Abgegangenem.
cost-change-undone = Diese Änderung ist schon zurückgenommen. Die Liste der Änderungen zeigt, wodurch.
cost-change-is-undo = Diese Änderung nimmt eine andere zurück. Machen Sie stattdessen die erste noch einmal.
cost-change-unknown = Diese Änderung ist aus der Zeit, bevor festgehalten wurde, was sie änderte. Bewerten Sie den Artikel neu oder fügen Sie dem Wareneingang die umgekehrten Kosten hinzu.
cost-receipt-undone = Eine Zeile des Wareneingangs wurde seither zurückgenommen, und ihre Kosten mit ihr. Erfassen Sie den Wareneingang neu mit dem, was er kostete.
cost-revalued-since = Seither wurde noch einmal neu bewertet. Nehmen Sie zuerst das zurück oder bewerten Sie erneut.
cost-moved-since = Von dieser Ware ging seither etwas in einen anderen Laden oder wurde zurückgenommen. Bewerten Sie neu, was da ist, oder fügen Sie dem Wareneingang die umgekehrten Kosten hinzu.
cost-no-standard-before = Vor diesem Standard gab es keinen. Bewerten Sie stattdessen neu mit dem, was ein Stück wert ist.
rate-title = In anderer Währung berechnet
rate-currency = Währung
# $currency (String): a code
rate-rate = Kurs
    .hint = So viele { $currency } für eine Einheit davon.
rate-source = Woher der Kurs stammt
rate-date = Tag des Kurses
# $currency (String): a code
rate-of-own-currency = { $currency } ist Ihre eigene Währung: Lassen Sie den Kurs weg.
rate-out-of-range = Geben Sie einen Kurs über null ein, mit höchstens zehn Nachkommastellen.
money-zero = Geben Sie einen anderen Betrag als null ein.
did-stock-set-costing = Bewertungsverfahren gewählt
did-stock-set-item-costing = Bewertungsverfahren des Artikels gewählt
did-stock-revalue-stock = Neu bewertet
did-stock-add-late-cost = Kosten hinzugefügt
did-stock-undo-cost-change = Wertänderung zurückgenommen
changed-costing = Bewertung
changed-method = Bewertungsverfahren
changed-scope = Zusammen bewertet
count-counted-caption = Zuletzt gezählte Zeilen
value-store-caption = Was der Bestand jeder Filiale wert ist
value-category-caption = Was der Bestand jeder Kategorie wert ist

## Einheiten der Zeilen
entered-as = { $entered } = { $base }
entered-part = Teil von { $entered } = { $base }

## Sets in Zeilen
kit-part-of = Teil von { $quantity } ×
kit-holds-no-stock = Das ist ein Set, das selbst keinen Bestand hat. Nehmen Sie stattdessen seine Bestandteile.
kit-which-component = Zu welchem Bestandteil das gehört, lässt sich nicht sagen. Geben Sie die Bestandteile als eigene Zeilen ein.
kit-component-insufficient = Von { $sku } sind nur { $available } da; gebraucht werden { $wanted }.
reservation-kit-whole = Nur ganze Sets können versandt werden. Versenden Sie von jedem Bestandteil so viel, wie ganze Sets brauchen.
reservation-short-kit = Nur { $available } von { $wanted } lassen sich zusammenstellen: { $sku } geht zuerst aus.
stock-state-kit = Set
stock-can-make = { $quantity } lassen sich zusammenstellen. Zeigen, woraus
