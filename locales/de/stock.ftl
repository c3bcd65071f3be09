### The words of the room `stock`: its pages, messages and errors.

## Bestand
stock-title = Bestand
stock-search = Name, Artikelnummer, Barcode
item = Artikel
item-sku = Artikelnummer
on-hand = Vorhanden
promised = Zugesagt
available = Verfügbar
store = Filiale
quantity = Menge
unit-cost = Kosten pro Stück
delivery-note = Lieferschein
why-number = Warum { $number }?
errors-title = Hier fehlt noch etwas

## Wareneingang
receive-title = Ware annehmen
receive-sub = Was ohne Bestellung gekommen ist.
receive-do = Annehmen
receive-effect = Erhöht den Bestand. Es wird nichts bestellt oder bezahlt.
receive-done = { $quantity } angenommen.

## Was falsch sein kann
stock-insufficient = Hier sind nur { $available }; { $wanted } können nicht entnommen werden.
variant-unknown = Diesen Artikel gibt es hier nicht.
lines-none = Tragen Sie mindestens eine Zeile ein.
lines-too-many = { $max ->
    [one] Höchstens eine Zeile passt.
   *[other] Höchstens { $max } Zeilen passen. Größeres kommt als Datei herein.
 }
posting-already-reversed = Das wurde schon zurückgenommen.
posting-is-a-reversal = Das nimmt selbst etwas zurück und kann nicht zurückgenommen werden. Erfassen Sie es neu.
store-code-invalid = Ein Filialkürzel hat 2 bis 16 Großbuchstaben, Ziffern oder Bindestriche, zum Beispiel HAMBURG.
store-code-taken = Eine andere Filiale hat dieses Kürzel.
location-code-invalid = Ein Platzkürzel hat bis zu 32 Buchstaben, Ziffern, Punkte, Binde- oder Unterstriche, zum Beispiel F3-02.
location-code-taken = Ein anderer Platz dieser Filiale hat dieses Kürzel.
zone-unknown = Diese Zeitzone gibt es nicht. Eine heißt zum Beispiel Europe/Berlin.
