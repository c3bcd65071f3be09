### Die Wörter des Raums `notify`: seine Seiten, Meldungen und Fehler.

## Etiketten: die Seite
labels-title = Etiketten
labels-sub = Für Artikel und für Plätze, auf Bögen oder von der Rolle.
labels-document = Etiketten, { $sheet }
labels-what = Was gedruckt wird
labels-find = Artikel oder Platz suchen
    .placeholder = Name, Artikelnummer, Barcode, F1-01
labels-found = Gefunden
labels-found-none = Hier heißt nichts so.
labels-add = { $name } hinzufügen
labels-typed = Codes, einer je Zeile
    .hint = Artikelnummer, Barcode oder Code eines Platzes, für mehrere Etiketten mit Anzahl: 85123A * 3
labels-list = Auf der Liste
labels-copies-of = Etiketten für { $name }
labels-remove = { $name } entfernen
labels-count = { $count ->
    [one] { $count } Etikett
   *[other] { $count } Etiketten
}
labels-sheet = Bogen oder Rolle
labels-start = Beginnen bei Feld
    .hint = Zeilenweise gezählt. Felder davor sind verbraucht und bleiben leer.
labels-start-of = von { $places }
labels-printer = Drucker
    .hint = Die Striche liegen auf den Punkten des Druckers und bleiben so scharf.
dpi-any = Laser- oder Tintendrucker
dpi-203 = Etikettendrucker, 203 dpi
dpi-300 = Etikettendrucker, 300 dpi
dpi-600 = Etikettendrucker, 600 dpi
labels-symbology = Art des Codes
symbology-auto = Was zum Code passt
labels-content = Auf jedem Etikett
labels-price = Preis
labels-preview = Vorschau
labels-preview-do = Vorschau zeigen
labels-sheets = { $count ->
    [one] { $count } Seite
   *[other] { $count } Seiten
}
labels-picture = Bogen { $page }, wie er gedruckt wird: { $count ->
    [one] { $count } Etikett
   *[other] { $count } Etiketten
}
labels-shown-first = Gezeigt werden die ersten { $shown } von { $pages }; gedruckt werden alle.
labels-empty = Noch nichts zu drucken
    .text = Suchen Sie Artikel oder Plätze, oder geben Sie Codes ein und drücken Sie „Vorschau zeigen“.
labels-stopped = So kann noch nichts gedruckt werden
    .text = Bringen Sie in Ordnung, was markiert ist; dann erscheint hier der Bogen, wie er gedruckt wird.
labels-print-do = { $count ->
    [one] Ein Etikett drucken
   *[other] { $count } Etiketten drucken
}
labels-print = Etiketten drucken
labels-fits = Jeder Code passt mitsamt seinen Ruhezonen und lässt sich scannen.
labels-scale = Drucken Sie in 100 %, nicht an die Seite angepasst, sonst schrumpfen die Codes.
labels-qr-no-base = { $count ->
    [one] Ein QR-Code enthält
   *[other] { $count } QR-Codes enthalten
} die bloße GTIN, die zu keiner Seite führt: Der Betrieb hat noch keine öffentliche Webadresse. Legen Sie eine fest, bevor Sie viele drucken, denn Papier lässt sich später nicht ändern.
labels-qr-no-gtin = { $count ->
    [one] Ein QR-Code enthält
   *[other] { $count } QR-Codes enthalten
} den eigenen Code des Artikels, der zu keiner Seite führt: Es gibt keine GTIN, aus der eine Adresse würde.

## Bögen und Rollen
sheet-a4-21 = A4, 21 Etiketten
    .hint = 63,5 × 38,1 mm, wie Avery L7160
sheet-letter-30 = Letter, 30 Etiketten
    .hint = 2 5/8 × 1 Zoll, wie Avery 5160
sheet-a4-65 = A4, 65 Etiketten
    .hint = 38,1 × 21,2 mm, wie Avery L7651
sheet-roll-50x25 = Rolle, 50 × 25 mm
    .hint = Eines nach dem anderen
sheet-roll-57x32 = Rolle, 57 × 32 mm
    .hint = Eines nach dem anderen
print-sheet-named = { $sheet ->
    [a4-21] { sheet-a4-21 }
    [letter-30] { sheet-letter-30 }
    [a4-65] { sheet-a4-65 }
    [roll-50x25] { sheet-roll-50x25 }
    [roll-57x32] { sheet-roll-57x32 }
   *[other] { $sheet }
}
print-smallest-named = { $smallest ->
    [a4-21] { sheet-a4-21 }
    [letter-30] { sheet-letter-30 }
    [a4-65] { sheet-a4-65 }
    [roll-50x25] { sheet-roll-50x25 }
    [roll-57x32] { sheet-roll-57x32 }
   *[other] { $smallest }
}

## Was sich nicht drucken lässt
label-unknown = Hier hat nichts den Code { $code }. Prüfen Sie ihn, oder suchen Sie den Artikel beim Namen.
# $count (Number); $code (String)
label-places = { $count ->
    [one] Eine Filiale hat
   *[other] { $count } Filialen haben
 } einen Platz { $code }. Wählen Sie die Filiale, oder geben Sie den Code vom Etikett des Platzes ein.
label-ambiguous = { $code } ist ein Barcode von { $barcode } und die Artikelnummer von { $sku }. Suchen Sie den gemeinten Artikel beim Namen.
label-price-currency = Die Preise sind in { $prices } hinterlegt, diese Filiale verkauft in { $store }. Drucken Sie ohne Preise oder für eine andere Filiale.
print-no-labels = Wählen Sie mindestens einen Artikel oder Platz.
print-too-many-lines = In einen Druck passen höchstens { $limit } verschiedene Etiketten. Drucken Sie die übrigen danach.
print-too-many-labels = { $labels } Etiketten sind mehr als die { $limit } eines Drucks. Drucken Sie einen Teil jetzt und den Rest danach.
print-copies = { $label }: Drucken Sie zwischen 1 und { $limit }.
print-start = Ein Feld { $start } gibt es auf { print-sheet-named } nicht. Wählen Sie eines von 1 bis { $places }.
print-unknown-sheet = Einen Bogen { $sheet } gibt es nicht. Wählen Sie einen der angebotenen.
print-code = { $label }: { $code } lässt sich nicht als { $symbology } drucken. { $fault ->
    [check-digit] Die letzte Ziffer müsste { $expected } sein. Berichtigen Sie den Barcode im Katalog.
    [length] Er hat dafür zu wenige oder zu viele Zeichen. Wählen Sie „{ symbology-auto }“.
    [not-compressible] Ihm fehlen die Nullen, die diese Kurzform auslässt. Wählen Sie „{ symbology-auto }“.
    [empty] Er ist leer. Geben Sie dem Artikel eine Artikelnummer oder einen Barcode.
   *[other] Er enthält Zeichen, die dieser Code nicht kennt. Wählen Sie „{ symbology-auto }“ oder QR.
}
print-does-not-fit = { $label }: { $code } braucht { $needed } mm, damit er auf diesem Drucker lesbar wird; { print-sheet-named } hat { $available } mm. { $smallest ->
    [none] Kein Bogen fasst ihn. Wählen Sie QR oder einen kürzeren Code.
   *[other] Am kleinsten passt er auf: { print-smallest-named }. Oder wählen Sie QR, das weniger Platz braucht.
}
print-cannot-shape = { $label }: { $script ->
    [emoji] Emojis wie { $character } lassen sich nicht drucken
    [symbol] das Zeichen { $character } lässt sich nicht drucken
    [control] ein unsichtbares Zeichen im Namen lässt sich nicht drucken
   *[other] wir können { $character } und seine Schrift noch nicht so setzen, wie sie aussehen soll
}. Drucken Sie ohne Namen, oder benennen Sie ihn in lateinischen, griechischen oder kyrillischen Buchstaben.
print-price-too-long = { $label }: Der Preis { $price } passt nicht auf { print-sheet-named }. Wählen Sie größere Etiketten, oder drucken Sie ohne Preise.
print-writer = Die Etiketten konnten nicht gezeichnet werden. Versuchen Sie es noch einmal.
