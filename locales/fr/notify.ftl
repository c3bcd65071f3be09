### Les mots de la pièce `notify` : ses pages, messages et erreurs.

## Étiquettes : la page
labels-title = Étiquettes
labels-sub = Pour les articles et les emplacements, sur planches ou en rouleau.
labels-document = Étiquettes, { $sheet }
labels-what = Ce qui est imprimé
labels-find = Chercher un article ou un emplacement
    .placeholder = Nom, référence, code-barres, F1-01
labels-found = Trouvés
labels-found-none = Rien ne porte ce nom ici.
labels-add = Ajouter { $name }
labels-typed = Codes, un par ligne
    .hint = Référence, code-barres ou code d’emplacement, avec un nombre pour plusieurs étiquettes : 85123A * 3
labels-list = Sur la liste
labels-copies-of = Étiquettes pour { $name }
labels-remove = Retirer { $name }
labels-count = { $count ->
    [one] { $count } étiquette
   *[other] { $count } étiquettes
}
labels-sheet = Planche ou rouleau
labels-start = Commencer à la case
    .hint = Comptées ligne par ligne. Les cases précédentes sont utilisées et restent vides.
labels-start-of = sur { $places }
labels-printer = Imprimante
    .hint = Les barres sont posées sur les points de l’imprimante et restent nettes.
dpi-any = Laser ou jet d’encre
dpi-203 = Imprimante d’étiquettes, 203 ppp
dpi-300 = Imprimante d’étiquettes, 300 ppp
dpi-600 = Imprimante d’étiquettes, 600 ppp
labels-symbology = Type de code
symbology-auto = Selon chaque code
labels-content = Sur chaque étiquette
labels-price = Prix
labels-preview = Aperçu
labels-preview-do = Afficher l’aperçu
labels-sheets = { $count ->
    [one] { $count } feuille
   *[other] { $count } feuilles
}
labels-picture = Planche { $page } telle qu’elle sortira : { $count ->
    [one] { $count } étiquette
   *[other] { $count } étiquettes
}
labels-shown-first = Les { $shown } premières sur { $pages } sont affichées ; toutes sont imprimées.
labels-empty = Rien à imprimer pour l’instant
    .text = Cherchez des articles ou des emplacements, ou saisissez leurs codes, puis choisissez « Afficher l’aperçu ».
labels-stopped = Rien ne peut encore être imprimé
    .text = Corrigez ce qui est signalé ; la planche s’affichera ici telle qu’elle sortira.
labels-print-do = { $count ->
    [one] Imprimer { $count } étiquette
   *[other] Imprimer { $count } étiquettes
}
labels-print = Imprimer les étiquettes
labels-fits = Chaque code tient avec ses marges claires et se lira.
labels-scale = Imprimez à 100 %, sans ajuster à la page, sinon les codes rétrécissent.
labels-qr-no-base = { $count ->
    [one] { $count } code QR porte
   *[other] { $count } codes QR portent
} seulement le GTIN, qui ne mène à aucune page : l’entreprise n’a pas encore d’adresse web publique. Définissez-la avant d’en imprimer beaucoup, car le papier ne se modifie plus ensuite.
labels-qr-no-gtin = { $count ->
    [one] { $count } code QR porte
   *[other] { $count } codes QR portent
} le code propre de l’article, qui ne mène à aucune page : il n’y a pas de GTIN pour en faire une adresse.

## Planches et rouleaux
sheet-a4-21 = A4, 21 étiquettes
    .hint = 63,5 × 38,1 mm, comme Avery L7160
sheet-letter-30 = Letter, 30 étiquettes
    .hint = 2 5/8 × 1 po, comme Avery 5160
sheet-a4-65 = A4, 65 étiquettes
    .hint = 38,1 × 21,2 mm, comme Avery L7651
sheet-roll-50x25 = Rouleau, 50 × 25 mm
    .hint = L’une après l’autre
sheet-roll-57x32 = Rouleau, 57 × 32 mm
    .hint = L’une après l’autre
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

## Ce qui ne peut pas être imprimé
label-unknown = Rien ici ne porte le code { $code }. Vérifiez-le, ou cherchez l’article par son nom.
# $count (Number); $code (String)
label-places = { $count ->
    [one] { $count } magasin a
   *[other] { $count } magasins ont
 } un emplacement { $code }. Choisissez le magasin, ou saisissez le code de l’étiquette de l’emplacement.
label-ambiguous = { $code } est un code-barres de { $barcode } et la référence de { $sku }. Cherchez par son nom celui que vous voulez.
label-price-currency = Les prix sont tenus en { $prices } et ce magasin vend en { $store }. Imprimez sans prix, ou pour un autre magasin.
print-no-labels = Choisissez au moins un article ou un emplacement.
print-too-many-lines = Une impression contient au plus { $limit } étiquettes différentes. Imprimez les autres ensuite.
print-too-many-labels = { $labels } étiquettes dépassent les { $limit } d’une impression. Imprimez-en une partie maintenant et le reste ensuite.
print-copies = { $label } : imprimez-en entre 1 et { $limit }.
print-start = Il n’y a pas de case { $start } sur { print-sheet-named }. Choisissez-en une de 1 à { $places }.
print-unknown-sheet = Il n’y a pas de planche { $sheet }. Choisissez l’une de celles proposées.
print-code = { $label } : { $code } ne peut pas être imprimé en { $symbology }. { $fault ->
    [check-digit] Son dernier chiffre devrait être { $expected }. Corrigez le code-barres dans le catalogue.
    [length] Il a trop ou trop peu de caractères pour cela. Choisissez « { symbology-auto } ».
    [not-compressible] Il lui manque les zéros que cette forme courte omet. Choisissez « { symbology-auto } ».
    [empty] Il est vide. Donnez à l’article une référence ou un code-barres.
   *[other] Il contient des caractères que ce code ne connaît pas. Choisissez « { symbology-auto } » ou QR.
}
print-does-not-fit = { $label } : { $code } demande { $needed } mm pour être lu avec cette imprimante, et { print-sheet-named } en offre { $available }. { $smallest ->
    [none] Aucune planche ne le contient. Choisissez QR ou un code plus court.
   *[other] Le plus petit format qui le contient : { print-smallest-named }. Ou choisissez QR, qui prend moins de place.
}
print-cannot-shape = { $label } : { $script ->
    [emoji] les émojis comme { $character } ne peuvent pas être imprimés
    [symbol] le signe { $character } ne peut pas être imprimé
    [control] un signe invisible du nom ne peut pas être imprimé
   *[other] nous ne savons pas encore écrire { $character } et son écriture comme il se doit
}. Imprimez sans les noms, ou nommez-le en lettres latines, grecques ou cyrilliques.
print-price-too-long = { $label } : le prix { $price } ne tient pas sur { print-sheet-named }. Choisissez des étiquettes plus grandes ou imprimez sans prix.
print-writer = Les étiquettes n’ont pas pu être dessinées. Réessayez.
