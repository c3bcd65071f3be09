### The words of the room `catalog`: its pages, messages and errors.

## Tous les articles
items-title = Articles
items-sub = Triés par nom
items-sub-store = Triés par nom · stock de { $store }
items-all = Afficher tous les articles
items-none = Aucun article pour l’instant
    .hint = Un article est ce que vous vendez, avec ses variantes, ses codes et ses prix. Reprenez le fichier du système que vous utilisez aujourd’hui, ou ajoutez le premier à la main.
items-import = Importer un fichier
item-new = Nouvel article

categories-title = Catégories
categories-sub = Renommez-les, fusionnez-en deux ou créez-en une avant d’y mettre des articles.
categories-none = Aucune catégorie pour l’instant
    .hint = Créez-en une ici ou indiquez-en une sur un article.
categories-search = Début du nom
categories-all = Toutes les catégories
category-without = Sans catégorie
category-new = Nouvelle catégorie
category-create = Créer la catégorie
category-rename = Renommer
category-rename-title = Renommer { $name }
category-merge = Fusionner avec une autre
category-merge-title = Fusionner { $name } avec une autre catégorie
category-merge-effect = Tous les articles de { $name } passent dans la catégorie choisie, et { $name } est supprimée. C’est sans retour.
category-merge-into = Catégorie qui reste
category-merge-choose = Choisir une catégorie
category-merge-do = Fusionner les catégories
category-merge-instead = Plutôt les fusionner
category-open-other = Ouvrir cette catégorie
category-delete = Supprimer
category-archived = Articles archivés
category-under-way = Ses articles passent dans une autre catégorie ; elle sera ensuite supprimée :
category-created = La catégorie { $name } est créée.
category-deleted = La catégorie { $name } est supprimée.
category-merged = { $count ->
    [0] { $name } n’avait aucun article et est supprimée.
    [one] { $count } article de { $name } est maintenant ici, et { $name } est supprimée.
   *[other] { $count } articles de { $name } sont maintenant ici, et { $name } est supprimée.
}
category-merge-begun = { $count ->
    [one] { $count } article de { $name } est maintenant ici. Les autres suivent d’eux-mêmes.
   *[other] { $count } articles de { $name } sont maintenant ici. Les autres suivent d’eux-mêmes.
}

## Un article
item-state = État
state-phase-out = En fin de vie
item-category = Catégorie
item-brand = Marque
item-variant = Variante
item-variants = Variantes
item-variants-stock = En stock par magasin, disponible au total
item-price = Prix
item-price-range = de { $from } à { $to }
item-price-lowest = Prix le plus bas
item-price-highest = Prix le plus haut
item-cost = Prix d’achat
item-margin = Marge
item-place = Emplacement
item-unit = Unité
item-whole = Unités entières seulement
item-handle = Nom court
item-created = Ajouté
item-gtin = GTIN
item-barcode = Code-barres
item-supplier = Fournisseur
item-supplier-code = Code du fournisseur
item-description = Description
item-pictures = Liens vers des images
item-picture = Image { $number }
item-movements = Mouvements
item-past = Stock passé
item-facts = Informations
item-latest = Derniers changements
item-labels = Imprimer des étiquettes
item-adjust = Corriger
item-make = Passer à l’état : { $state }
item-variant-count = { $count ->
    [one] { $count } variante
   *[other] { $count } variantes
}
item-all-variants = Toutes les variantes
item-find-variant = Chercher une variante
item-variants-more = { $count ->
    [one] { $count } de plus. Cherchez-la.
   *[other] { $count } de plus. Cherchez-les.
}
item-stock-by-place = Stock par emplacement
item-stock-none = Aucun stock n’a jamais été saisi
    .hint = Réceptionnez, comptez ou importez votre stock : il s’affichera ici par magasin et par emplacement.
item-unit-of = { $unit } de { $size }

barcodes-title = Codes-barres
barcodes-none = Pas encore de code-barres
    .hint = Scannez ou tapez-en un ci-dessous. Un code désigne une seule variante.
supplier-codes-title = Codes fournisseurs
supplier-codes-none = Pas encore de code fournisseur
    .hint = Le nom que lui donne un fournisseur sur ses bons de livraison, pour le retrouver aussi par ce code.

## Ajouter et modifier
item-new-sub = Un seul formulaire pour un article et toutes ses variantes.
item-what = Ce que c’est
    .hint = On cherche par le nom ; la marque et la catégorie aident à trouver.
item-category-hint = Choisissez-en une ou tapez-en une nouvelle.
item-unit-hint = L’unité dans laquelle le stock est compté.
item-whole-hint = On ne peut pas en vendre, en réceptionner ni en compter la moitié d’un.
item-state-active = En vente.
item-state-draft = En préparation, pas encore en vente.
item-state-phase-out = Vendu jusqu’à épuisement, plus commandé.
item-state-archived = Rangé. Son historique est conservé.
item-prices = Prix et codes
    .hint = Tout cela peut attendre, et chaque variante pourra différer.
item-cost-hint = Ce qu’une unité vous a coûté la dernière fois, hors taxe.
item-sku-hint = Votre propre référence. Si vous ne tapez rien, nous en créons une.
item-barcode-hint = Scannez-le, ou tapez les chiffres sous les barres.
item-options = Déclinaisons
    .hint = S’il existe en plusieurs couleurs ou tailles, nommez ce qui diffère et énumérez ce qui existe, avec des virgules. Chaque combinaison devient une variante.
item-axis = Option { $number }
item-axis-values = Ce qui existe
item-axis-1 = Couleur
    .values = Rouge, Bleu
item-axis-2 = Taille
    .values = 38, 40, 42
item-axis-3 = Matière
    .values = Coton, Lin
item-axes = Noms des options
    .hint = Ce en quoi les variantes diffèrent. Ce qu’est chaque variante se modifie chez elle.
attributes-title = Caractéristiques
    .hint = Sa matière, sa saison, son entretien : un nom et une valeur pour chacune. La recherche trouve aussi les valeurs.
attribute-what = Valeur
attribute-name = Nom de la caractéristique { $number }
attribute-value = Valeur de la caractéristique { $number }
attribute-add = Ajouter une caractéristique
attribute-drop = Retirer la caractéristique { $number }
item-more = Pour en dire plus
    .hint = Pour qui veut en savoir davantage.
item-pictures-hint = Un par ligne, commençant par https://. Nous les gardons sans les télécharger.
item-handle-hint = Dans les fichiers et les adresses. Si vous ne tapez rien, il est tiré du nom.
item-new-effect = Ajoute l’article. Son stock viendra avec la première réception, le premier comptage ou le premier fichier.
item-create = Créer l’article
item-created-notice = { $name } est dans votre catalogue.
item-duplicates = Vous l’avez peut-être déjà :
item-duplicates-anyway = C’est un autre article. Le créer quand même.
item-duplicates-anyway-save = C’est un autre article. L’enregistrer quand même.
item-duplicate-barcode = même code-barres
item-edit = Modifier { $name }
item-stale = Quelqu’un a modifié ceci pendant que vous y travailliez. Votre saisie est conservée. Vérifiez-la, puis enregistrez de nouveau pour remplacer l’autre changement.

variant-edit = Modifier la variante
variant-new = Nouvelle variante
variant-create = Ajouter la variante
variant-added = La variante { $sku } est ajoutée.
variant-as-item = Comme l’article
    .hint = Elle suit l’article.
axes-of = Options de { $name }
axes-add = Ajouter des options
axes-change = Modifier les options
axis-drop = Retirer l’option { $number }
axes-more = Nouvelles options
    .hint = { $count ->
        [one] Nommez ce qui diffère, la couleur par exemple, et dites ce qu’est la variante existante. Vous pourrez ensuite ajouter les autres.
       *[other] Nommez ce qui diffère et dites ce que sont les variantes existantes. Chacune peut être modifiée ensuite.
    }
axis-value = { $count ->
    [one] Ce qu’est la variante
   *[other] Ce que sont les { $count } variantes
}
axes-effect = Les variantes se distinguent par d’autres options. Leur stock et leurs codes restent tels quels.

barcode-kind = Type
barcode-own = Code maison
barcode-under = Sous le code
barcode-unit = Unité sous le code
barcode-pack = Combien elle en contient
barcode-pack-hint = 1 pour une seule pièce, 12 pour un carton de 12.
barcode-add = Ajouter un code-barres
barcode-added = Le code-barres { $code } est ajouté.
barcode-removed = Le code-barres { $code } est retiré.
barcode-remove = Retirer { $code }
supplier-code-add = Ajouter un code fournisseur

## Historique
did-catalog-create-item = Article ajouté
did-catalog-add-variant = Variante ajoutée
did-catalog-edit-item = Article modifié
did-catalog-edit-variant = Variante modifiée
did-catalog-change-axes = Options modifiées
did-catalog-set-item-state = État modifié
did-catalog-archive-item = Archivé
did-catalog-restore-item = Rétabli
did-catalog-add-barcode = Code-barres ajouté
did-catalog-remove-barcode = Code-barres retiré
did-catalog-add-supplier-code = Code fournisseur ajouté
did-catalog-remove-supplier-code = Code fournisseur retiré
did-catalog-create-category = Catégorie créée
did-catalog-rename-category = Catégorie renommée
did-catalog-merge-categories = Catégories fusionnées
did-catalog-move-merged = Catégories fusionnées
did-catalog-delete-category = Catégorie supprimée
changed-handle = Nom court
changed-description = Description
changed-brand = Marque
changed-category = Catégorie
changed-unit = Unité
changed-whole = Unités entières seulement
changed-axes = Déclinaisons
changed-attribute = Caractéristique
changed-image-links = Liens vers des images
changed-sku = Référence
changed-options = Déclinaison
changed-price = Prix
changed-cost = Prix d’achat
changed-barcode = Code-barres
changed-supplier-code = Code fournisseur
changed-variants-added = Variantes
changed-merged = Absorbée
changed-merged-into = Fusionnée dans

## Scanner
scan-title = Quel est ce code ?
scan-code = Scanner ou taper un code
scan-nothing = Scannez quelque chose
    .hint = Un article, une étagère ou un carton : quel que soit le code, vous arrivez à la page qu’il désigne.
scan-several = Ce code désigne plusieurs choses. Choisissez-en une.
scan-by = Reconnu par
scan-by-gtin = GTIN
scan-by-barcode = Code-barres
scan-by-supplier = Code de { $supplier }
scan-unknown = Rien ici ne porte le code { $code }
    .hint = Il appartient peut-être à un article qui n’a pas encore de code-barres, ou qui n’est pas dans votre catalogue.
scan-check-digit = Son dernier chiffre ne correspond pas aux autres ; ce devrait être { $expected }. Scannez-le de nouveau.
scan-new-item = Nouvel article avec ce code
scan-search = Le chercher
scan-container = { $code } est le numéro d’un colis d’expédition. Il contient des marchandises mais n’en est pas une.
scan-command = { $code } est une commande pour le téléphone. Scannez-la en mode magasin.
scan-unreadable = Cela ne se lit pas comme un code. Scannez-le de nouveau, ou tapez-le.

## Ce qui peut être faux
sku-taken = La référence { $sku } est celle de { $name }. Chaque variante a la sienne.
sku-twice = La variante { $sku } est nommée deux fois.
handle-taken = { $name } porte déjà ce nom court. Choisissez-en un autre.
barcode-taken = Le code { $code } est déjà celui de { $name } ({ $sku }). Un code ne désigne qu’une chose ; retirez-le d’abord là-bas.
barcode-with-options = Chaque variante a son propre code-barres. Laissez ce champ vide et ajoutez-les aux variantes.
options-taken = La variante { $sku } est déjà exactement cela.
options-too-many = Il y a plus d’options que l’article n’en a.
axis-twice = Cette option est nommée deux fois.
variants-same = Les variantes { $sku } et { $other } seraient alors identiques.
axis-value-missing = Il manque ici une valeur pour la variante { $sku }.
axes-too-many = { $max ->
    [one] { $max } article ne peut varier que sur un point.
   *[other] Un article peut varier sur { $max } points au plus.
}
axes-fixed = { $count ->
    [0] Cet article n’a pas d’options à nommer.
    [one] Cet article a une option à nommer.
   *[other] Cet article a { $count } options à nommer.
}
attribute-twice = Ce nom figure déjà ici.
attributes-too-many = { $max ->
    [one] { $max } article ne peut avoir qu’une caractéristique.
   *[other] Un article peut avoir { $max } caractéristiques au plus.
}
variants-too-many = { $max ->
    [one] { $max } article contient une variante au plus.
   *[other] Un article contient { $max } variantes au plus.
}
codes-too-many = { $max ->
    [one] { $max } code au plus tient ici.
   *[other] { $max } codes au plus tiennent ici.
}
links-too-many = { $max ->
    [one] { $max } lien au plus tient ici.
   *[other] { $max } liens au plus tiennent ici.
}
link-invalid = Ce n’est pas un lien vers une image. Il commence par https:// et n’a pas d’espaces.
item-has-stock = Il en reste en stock. Vendez-le, sortez-le ou comptez-le comme perdu, puis archivez.
item-unit-fixed = Du stock a déjà bougé dans cette unité : elle ne change plus.
item-whole-fixed = Du stock a déjà bougé, peut-être en fractions : cela ne se change plus.
catalog-busy = Quelqu’un a enregistré le même code au même moment. Rien n’a été modifié ; réessayez.
category-taken = La catégorie { $name } porte déjà ce nom. Choisissez-en un autre ou fusionnez les deux.
category-same = Une catégorie ne se fusionne pas avec elle-même. Choisissez-en une autre.
category-merging = Des articles quittent encore { $name } ou y arrivent. Réessayez dans un instant.
category-counted = Le comptage { $count } porte sur la catégorie { $name }. Validez-le ou annulez-le d’abord.
category-has-items = { $count ->
    [one] { $name } a { $count } article, archivés compris. Changez-le de catégorie ou fusionnez les deux.
   *[other] { $name } a { $count } articles, archivés compris. Changez-les de catégorie ou fusionnez les deux.
}

# The caption of the table under “Stock by place”; it names the region it scrolls in, so it is not the same.
item-stock-caption = En stock, promis et disponible à chaque emplacement

## Tracking
tracking-of = Suivi de { $name }
tracking-lots = Lots
tracking-pieces = Pièces
life-title = Durée de vie restante
    .hint = Exigé des lots à date limite, en jours après le jour même. Ce qui dure moins n’est pas reçu comme disponible ni vendu par cette voie.
life-receipt = À la livraison
life-till = En caisse
life-pickup = Retrait en magasin
life-online = Envoi au client
life-days = jours
life-not-days = Indiquez des jours entiers, de 0 à { $max }.
life-too-long = On peut exiger { $max } jours au plus.
tracking-counted = L’article est en cours d’inventaire. Terminez ou annulez d’abord l’inventaire.
tracking-in-stock = Le stock existant n’est pas distingué ainsi. Sortez-le d’abord, changez ceci, puis rentrez-le avec ses lots ou numéros.
tracking-without-day = Certains lots en stock n’ont pas de dernier jour. Indiquez-le d’abord.

## Tracking
did-catalog-set-tracking = Suivi modifié
changed-tracking = Suivi
changed-life-receipt = Durée restante à la livraison, en jours
changed-life-till = Durée restante en caisse, en jours
changed-life-pickup = Durée restante au retrait, en jours
changed-life-online = Durée restante à l’envoi, en jours

## Unités propres
units-title = Unités
    .hint = Caisses, boîtes et tout ce dans quoi il arrive ou se vend.
unit-add = Ajouter ou modifier une unité
unit-effect = Une de ces unités vaut tant d’unités de base : { $base }. Ce qui a été saisi avant garde le nombre de son jour.
unit-name =
    .hint = case, pack, box ou un nom à vous. Le nom d’une unité existante la modifie.
unit-num = Unités de base
unit-den = Dans tant de cette unité
    .hint = 1 en général. Trois en font une unité de base : 1 dans 3.
unit-fractions = On peut en saisir des fractions
unit-in = En unité de base ({ $base })
unit-from = D’où vient-elle
unit-from-base = Unité de base
unit-from-known = Connue de tous
unit-from-own = Propre à l’article
unit-from-barcode = Un code-barres l’indique
unit-archive = Ranger { $unit }
unit-ratio = Saisissez des nombres entiers à partir de 1.
unit-known = On sait déjà ce qu’est { $unit }. Donnez un autre nom à l’unité.
unit-barcode-differs = Selon un code-barres, cette unité en contient { $pack }. Modifiez le code-barres ou saisissez le même nombre ici.
unit-has-barcode = Un code-barres désigne l’unité { $unit }. Retirez d’abord le code-barres.
units-too-many = Un article a au plus { $max } unités propres.
barcode-pack-differs = L’unité { $unit } de cet article en contient { $pack }. Saisissez le même nombre ici ou modifiez l’unité.
did-catalog-set-variant-unit = Unité définie
did-catalog-archive-variant-unit = Unité rangée
changed-own-unit = Unité
changed-unit-fractions = Unité fractionnable

## Kits
kit-title = Kit composé
    .hint = Un kit se vend comme un ensemble d’autres articles. Il n’a pas de stock propre : ce qui en est vendu est pris sur ses composants.
kit-components = Composants
kit-each = Pour un kit
kit-makes = Réalisables
kit-makes-caption = Combien chaque magasin peut en composer
kit-makes-none = Aucun magasin n’a encore eu de ses composants.
kit-none = Ceci n’est pas un kit
    .hint = Ajoutez ce qu’il en faut pour un. Dès lors, il n’a plus de stock propre.
kit-add = Ajouter un composant
kit-effect = La quantité est dans l’unité de base du composant. Ce qui a été vendu reste tel qu’il a été vendu.
kit-remove = Retirer { $item } du kit
kit-of-itself = Un kit ne peut pas se contenir lui-même. Choisissez un autre article.
kit-of-kit = { $sku } est un kit. Indiquez plutôt ses composants.
kit-component-twice = { $sku } est déjà dans le kit. Retirez-le d’abord, puis ajoutez-le avec sa nouvelle quantité.
kit-has-stock = Du stock de cet article a déjà bougé, ou il est en cours d’inventaire : il ne peut pas devenir un kit. Créez un nouvel article pour le kit.
kit-is-component = Cet article est un composant d’un autre kit : il ne peut pas en être un lui-même.
kit-too-many = Un kit a au plus { $max } composants.
did-catalog-set-kit = Kit modifié
changed-kit = Composants
