### The words of the room `stock`: its pages, messages and errors.

## Stock
stock-title = Stock disponible
stock-search = Nom, référence, code-barres
item = Article
item-sku = Référence
on-hand = En stock
promised = Promis
available = Disponible
offered = Proposé
store = Magasin
quantity = Quantité
unit-cost = Coût unitaire
delivery-note = Bon de livraison
why-number = Pourquoi { $number } ?
errors-title = Il reste quelque chose à corriger
stock-sub = Ce qui se trouve où, à { $time }.
# $count (Number): rows shown
stock-caption = Stock par article et par magasin, { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
 }
stock-caption-store = Stock de { $store }, { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
 }
# $count (Number): stores not shown
stock-more-stores = { $count ->
    [one] { $count } autre magasin n’est pas affiché. Choisissez-le dans le sélecteur.
   *[other] { $count } autres magasins ne sont pas affichés. Choisissez-en un dans le sélecteur.
 }
stock-view-all = Tout le stock
stock-view-low = Faible
stock-view-out = Épuisé
stock-view-oversold = Survendu
stock-state-in = En stock
stock-state-low = Faible
stock-state-out = Épuisé
stock-state-oversold = Survendu
stock-not-known = Pas encore connu
stock-show-all = Afficher tout le stock
stock-empty = Aucun article pour l’instant
    .hint = Importez le fichier de votre système actuel ou créez un premier article. Le stock apparaît ici dès le premier mouvement.
on-hand-after = en stock
status = État
kind = Type
reason = Motif
place = Emplacement
places = Emplacements
lines = Lignes
days = Jours
from-day = Du
to-day = Au
when-hint = Maintenant, sauf indication contraire.
flow-to = vers

## Réception
receive-title = Réceptionner
receive-sub = Ce qui est arrivé sans commande.
receive-do = Réceptionner
receive-effect = Augmente le stock. Rien n’est commandé ni payé.
receive-done = { $quantity } réceptionnés.

## Emplacements et mouvements en mots
posting-reason = { $what } : { $reason }
place-in-store = { $place }, { $store }
place-with-status = { $place } ({ $status })
place-and-more = { $place } et { $count ->
    [one] { $count } autre
   *[other] { $count } autres
 }

## Lignes d’un formulaire
pick-placeholder = Référence, code-barres ou nom
pick-which = Lequel ?
pick-several = { $count ->
    [one] Est-ce bien celui-ci ?
   *[other] { $count } articles correspondent. Choisissez-en un.
 }
pick-unknown = Aucun article ne porte ce code ou ce nom. Vérifiez la saisie, ou créez d’abord l’article.
pick-no-item = Ce code ne désigne pas un article.
line-add = Ajouter une ligne
lines-caption = { $what }, ligne par ligne
line-drop = Retirer la ligne
line-drop-number = Retirer la ligne { $number }
line-field = { $field }, ligne { $number }
choose-place = Choisir un emplacement
choose-store = Choisir un magasin
choose-status = Choisir un état
place-default = L’emplacement par défaut du magasin
place-wherever = Là où il se trouve
place-from = De
place-to = Vers

## Vente
sell-title = Vendre
sell-sub = Une vente de { $store }, sans commande.
sell-do = Vendre
sell-effect = Diminue le stock, d’abord à l’emplacement par défaut.
sell-done = { $quantity } vendus.
unit-price = Prix unitaire
receipt-number = Numéro du ticket

## Retour
takeback-title = Reprendre
takeback-sub = Ce qu’un client rapporte à { $store }.
takeback-do = Reprendre
takeback-effect = Augmente le stock. Seul ce qui est disponible peut être revendu.
takeback-done = { $quantity } repris.
return-status = Revient comme

## Stock initial
opening-title = Saisir le stock initial
opening-sub = Ce qui se trouvait à { $store } quand vous avez commencé avec Stockroom.
opening-do = Saisir le stock
opening-effect = Augmente le stock, une seule fois par article et par emplacement. Ensuite, ajustez.
opening-done = { $quantity } saisis.
opening-reference = Liste

## Déplacement
move-title = Déplacer
move-sub = D’un emplacement de { $store } à un autre.
move-do = Déplacer
move-effect = Le stock du magasin reste le même.
move-done = { $quantity } déplacés.

## Changement d’état
status-title = Changer l’état
status-sub = Mettre des articles de { $store } à part, ou les remettre en vente.
status-do = Changer l’état
status-effect = Le stock du magasin reste le même. Seul ce qui est disponible peut être vendu.
status-done = État de { $quantity } changé.
status-from = De
status-to = À

## Ajustement
adjust-title = Ajuster le stock
adjust-sub = Quel article de { $store } ne correspond pas aux livres ?
adjust-item-sub = { $item }, à { $store }
adjust-other = Autre article
adjust-place = { $place } · { $status } : { $quantity } en stock
adjust-places-known = Là où il se trouve
adjust-places-new = Là où il n’a jamais été
adjust-mode = Ce nombre est
adjust-to = Ce qu’il y a maintenant
    .hint = Les livres prennent cette valeur.
adjust-by = La différence
    .hint = En plus, ou en moins avec le signe moins.
adjust-effects = { $stock } { $cost }
adjust-effect = Le changement reste dans l’historique avec son motif et peut être annulé.
adjust-do = Ajuster le stock
adjust-done-more = Stock augmenté de { $quantity }.
adjust-done-less = Stock diminué de { $quantity }.
adjust-nothing = Les livres le disent déjà. Rien n’a été changé.
adjust-stale = Il y a eu un mouvement depuis l’ouverture de la page. Regardez le nombre actuel et décidez à nouveau.
adjust-one-way = Indiquez soit la différence, soit ce qu’il y a maintenant.

## Mouvements
movements-title = Mouvements
movements-days-reversed = Le premier jour vient après le dernier : il ne peut rien y avoir entre les deux. Changez l’un des deux.
movements-sub = Tous les magasins, du plus récent au plus ancien.
movements-sub-store = { $store }, du plus récent au plus ancien.
movements-time = Heure
movements-what = Ce qui s’est passé
movements-where = De et vers
movements-change = Différence
movements-after = Reste sur place
movements-newest = Plus récents
movements-older = Plus anciens
movements-one-place = Un emplacement
movements-none = Rien n’a encore bougé
    .hint = Réceptionnez des marchandises, saisissez le stock initial ou importez un fichier ; chaque mouvement reste ensuite ici pour toujours.
movements-none-here = Rien trouvé jusqu’ici
    .hint = Des mouvements plus anciens n’ont pas encore été examinés. Continuez ci-dessous.

## Pourquoi un nombre est ce qu’il est
why-sub = { $item }, à { $place }
why-story = Comment on y arrive
why-panel-title = { $what } à { $place }
why-counted = Compté, { $date }
why-opened = Stock initial, { $date }
why-carried = Report d’avant { $date }
why-sales = { $what } en { $count ->
    [one] { $count } vente
   *[other] { $count } ventes
 }
why-times = { $what }, { $count ->
    [one] { $count } fois
   *[other] { $count } fois
 }
why-once = { $what }, { $date }
why-document = Détails
why-show = Afficher
why-movements = Afficher les mouvements
why-where = Où il se trouve
why-where-caption = { $item } par emplacement
why-not-for-sale = Endommagé ou en quarantaine

## Une écriture
posting-title = { $what } { $when }
posting-booked = Enregistré
posting-day = Jour du magasin
posting-door = Comment
posting-effect = Effet
posting-beside = Accompagne
posting-late = l’écriture concernée
posting-counted-since = Compté depuis
    .link = ce qui a été compté reste tel quel
posting-reference = Numéro
posting-reverses = Annule une autre écriture
posting-undone = Annulé
posting-partly-undone = Annulé en partie
posting-counter-entry = Contre-écriture
posting-line-undone = Annulé
posting-more-lines = Ce sont les premières lignes ; il y en a d’autres.
posting-selected = Sélectionné
posting-lines-gone = Certaines de ces lignes ont déjà été annulées, ou n’ont jamais existé.
table-selected-head = Sélectionner
reverse-title = Annuler
reverse-effect = Une contre-écriture ramène tout là d’où cela venait. Les deux restent dans l’historique.
reverse-why = Pourquoi ?
reverse-do = { $count ->
    [one] Annuler cette ligne
   *[other] Annuler les { $count } lignes
 }
reverse-some = Annuler ces lignes
reverse-done = { $count ->
    [one] { $count } ligne annulée. Voici sa contre-écriture.
   *[other] { $count } lignes annulées. Voici la contre-écriture.
 }
reverse-short = { $item } : il n’y en a plus que { $available } sur place ; on ne peut pas en reprendre { $wanted }.

## Transferts
transfer = Transfert
transfers-title = Transferts
transfers-sub = Marchandises en route d’un magasin à l’autre.
transfers-open = En route
transfers-none = Aucun transfert
    .hint = Un transfert sort des marchandises d’un magasin et les garde en route jusqu’à ce que l’autre les réceptionne.
transfer-heading = Transfert { $code }
transfer-draft = Brouillon
transfer-shipped = En route
transfer-partly = Arrivé en partie
transfer-received = Arrivé
transfer-cancelled = Annulé
transfer-from = De
transfer-to = Vers
transfer-sent-on = Expédié le
transfer-sent-by = expédié { $date } par { $name }
transfer-quantity = Expédié
transfer-arrived = Arrivé
transfer-damaged = Endommagé
transfer-missing = Perdu
transfer-returned = Revenu
transfer-left = En route
history-detail = { $who }, { $when }
ship-title = Expédier
ship-sub = De { $store } vers un autre magasin.
ship-do = Expédier
ship-effect = Sort les marchandises de ce magasin ; elles sont en route jusqu’à ce que l’autre les réceptionne.
ship-done = { $quantity } expédiés.
arrive-title = Réceptionner ce qui est arrivé
arrive-good = En bon état
arrive-damaged = Endommagé
arrive-close = Rien d’autre n’arrivera
    .hint = Ce qui est encore en route est passé en perte.
arrive-caption = Ce qui est arrivé, ligne par ligne
arrive-effect = Ce qui est arrivé va en rayon ; le reste demeure en route.
arrive-do = Réceptionner
arrive-damage = Pourquoi une partie est endommagée
arrive-over = S’il est arrivé plus que l’envoi
    .none = Il n’est rien arrivé de plus
    .hint = Le surplus n’est réceptionné que si vous dites d’où il vient.
over-sender = L’expéditeur a emballé davantage
    .hint = Sort du rayon de l’expéditeur, tant que son registre l’y indique.
over-found = Personne ne sait d’où
    .hint = Est enregistré comme trouvé.
arrive-lost = Pourquoi le reste est perdu
arrive-more = Il en est apparu davantage
arrive-more-effect = Le surplus va en rayon, à côté de ce qui est déjà arrivé.
# $quantity (String)
transfer-more = { $quantity } de plus qu’expédié
transfer-surplus = En plus
transfer-done = Le transfert { $code } est arrivé.
transfer-done-partly = Réceptionné. Une partie de { $code } est encore en route.
cancel-title = Annuler le transfert
cancel-effect = Ce qui est arrivé reste. L’un et l’autre s’annulent tant que les marchandises sont là où elles sont allées.
cancel-do = Annuler le transfert
cancel-to = Ce que devient ce qui est en route
cancel-home = Retour à l’expéditeur
    .hint = À l’emplacement par défaut de l’expéditeur.
cancel-write-off = Passé en perte
    .hint = Perdu en route, comme perte du magasin destinataire.
cancel-reason = Pourquoi c’est perdu
    .none = Seulement en cas de perte
cancel-sent-by-mistake = Expédié par erreur
cancel-done = Le transfert { $code } a été annulé.

## Magasins et leurs emplacements
stores-title = Magasins
stores-sub = Boutiques et entrepôts, chacun avec ses emplacements.
stores-search = Nom ou code
stores-nothing-so-far = Rien pour l’instant
    .hint = Des magasins n’ont pas encore été examinés. Continuez à la page suivante.
store-code = Code du magasin
    .hint = 2 à 16 majuscules, chiffres ou traits d’union, par exemple PARIS. Il est imprimé sur les rayons et ne change pas.
store-zone = Fuseau horaire
    .hint = Par exemple Europe/Paris.
store-currency = Devise
    .hint = Trois lettres, par exemple EUR.
store-open = Ouvert
store-new = Ouvrir un magasin
store-new-sub = Il commence avec un emplacement ; d’autres peuvent suivre.
store-new-effect = Il n’y a encore aucun stock.
store-new-do = Ouvrir le magasin
store-opened = { $name } est ouvert.
store-has-stock = { $count ->
    [one] { $count } article y est encore en stock. Déplacez-le ou sortez-le d’abord.
   *[other] { $count } articles y sont encore en stock. Déplacez-les ou sortez-les d’abord.
 }
store-has-transfers = { $count ->
    [one] { $count } transfert de ou vers ce magasin est encore en route. Réceptionnez-le ou annulez-le d’abord.
   *[other] { $count } transferts de ou vers ce magasin sont encore en route. Réceptionnez-les ou annulez-les d’abord.
 }
place-scan = Code à scanner
places-caption = Emplacements de { $store }
places-labels = Imprimer les étiquettes
place-add = Ajouter un emplacement
place-added = Emplacement { $place } ajouté.
place-edit = Modifier { $place }
place-menu = Que faire de { $place }
place-code = Code de l’emplacement
    .hint = Jusqu’à 32 lettres, chiffres, points, traits d’union ou de soulignement, par exemple F3-02.
place-name-hint = Son code, si vous ne lui donnez pas de nom.
place-parent = Dans
place-top = Le magasin lui-même
place-is-default = Par défaut
place-make-default = Choisir par défaut
place-negative = Peut passer sous zéro
    .hint = Une caisse peut y vendre ce qui n’est pas encore enregistré.
place-stock = Ce qui s’y trouve
place-stock-caption = Ce qui se trouve à { $place }, article par article
place-with-inside = Avec les emplacements qu’il contient
place-only-here = Ici seulement
place-inside = Emplacements qu’il contient
place-inside-caption = Emplacements dans { $place }
place-inside-more = Il y en a d’autres. Cherchez-les par leur code parmi les emplacements du magasin.
place-in-places = { $count ->
    [one] { $count } emplacement
   *[other] { $count } emplacements
 }
place-empty = Il n’y a rien ici
    .hint = Ce qui est reçu, déplacé ou compté ici apparaît avec ses quantités.
place-nothing-so-far = Rien sur cette page
    .hint = Il y a beaucoup d’articles ici, mais aucun de ceux parcourus jusqu’à présent. Continuez à la page suivante.
place-move = Déplacer d’ici
place-count = Le compter
place-label = Imprimer son étiquette
places-search = Début du code d’un emplacement
places-more = Il y a plus d’emplacements que ceux affichés. Cherchez-en un par son code.
place-archived = { $place } vient d’être archivé. Choisissez un autre emplacement, ou rétablissez d’abord celui-ci.
place-other-store = { $place } est un emplacement de { $store }. Choisissez-en un de ce magasin, ou d’abord l’autre magasin.
location-has-stock = { $count ->
    [one] { $count } article s’y trouve encore. Déplacez-le d’abord.
   *[other] { $count } articles s’y trouvent encore. Déplacez-les d’abord.
 }
location-has-places = { $count ->
    [one] { $count } emplacement se trouve dans celui-ci. Archivez-le ou déplacez-le d’abord.
   *[other] { $count } emplacements se trouvent dans celui-ci. Archivez-les ou déplacez-les d’abord.
 }
location-is-default = Les marchandises vont ici quand rien d’autre n’est dit. Choisissez d’abord un autre emplacement par défaut.
location-inside-itself = Un emplacement ne peut pas se trouver dans lui-même.
location-too-deep = Les emplacements ont au plus 32 niveaux.
location-parent-archived = { $place } est archivé. Choisissez un autre emplacement, ou rétablissez d’abord celui-ci.

## Ce qui peut ne pas aller
# $field (String): what it is called; $error (String); $number (Number): the line's
error-in-field = { $field } : { $error }
error-in-line = Ligne { $number }, { $field } : { $error }
error-of-line = Ligne { $number } : { $error }
variant-twice = Cet article figure déjà sur une autre ligne. Réunissez les deux.
opening-known = Ceci a déjà été enregistré ici ; les livres disent { $on_hand }. Faites plutôt un ajustement.
move-same-place = Choisissez un autre emplacement que l’actuel.
status-same = Choisissez un autre état que l’actuel.
reason-only-takes = Ce motif diminue le stock. Pour l’augmenter, choisissez « Trouvé » ou « Erreur de comptage ».
reason-only-brings = Ce motif augmente le stock. Pour le diminuer, choisissez-en un autre.
reason-other-note = Dites pourquoi en quelques mots.
transfer-over = Il n’y en a que { $left } en route. S’il en est arrivé plus, dites ci-dessous d’où cela vient.
transfer-line-twice = Cette ligne du transfert figure deux fois.
transfer-same-store = Choisissez un autre magasin que l’expéditeur.
transfer-not-open = Plus rien de ce transfert n’est en route.
transfer-none-came = Indiquez combien est arrivé pour au moins une ligne, ou dites que le reste est perdu.
transfer-home-no-loss = Ce qui revient à l’expéditeur n’est pas perdu : n’indiquez pas de motif de perte.
transfer-undo-there = Ceci appartient au transfert { $code } et s’annule là-bas : annulez-le.
stock-insufficient = Il n’y en a que { $available } ici ; on ne peut pas en prendre { $wanted }.
variant-unknown = Cet article n’existe pas ici.
variant-archived = { $sku } est archivé. Rétablissez-le d’abord : il pourra de nouveau être déplacé et compté.
variant-draft = { $sku } est encore un brouillon et n’est pas en vente. Activez-le d’abord.
lines-none = Ajoutez au moins une ligne.
lines-too-many = { $max ->
    [one] { $max } ligne au plus.
   *[other] { $max } lignes au plus. Au-delà, importez un fichier.
 }
posting-already-reversed = Ceci a déjà été annulé.
posting-is-a-reversal = Ceci est déjà une annulation et ne peut pas être annulé. Saisissez-le à nouveau.
posting-is-an-offset = Ceci accompagne une autre écriture, pour qu’un comptage reste tel quel. Annulez ce comptage, et ceci l’est aussi.
store-code-invalid = Le code d’un magasin compte 2 à 16 majuscules, chiffres ou traits d’union, par exemple PARIS.
store-code-taken = Un autre magasin porte ce code.
location-code-invalid = Le code d’un emplacement compte jusqu’à 32 lettres, chiffres, points, traits d’union ou de soulignement, par exemple F3-02.
location-code-taken = Un autre emplacement de ce magasin porte ce code.
zone-unknown = Ce fuseau horaire n’existe pas. Exemple : Europe/Paris.

## Comptages
counts-title = Comptages
counts-sub = Ce que l’on compte, ce qui attend la vérification, ce qui est comptabilisé.
counts-empty-title = Pas encore de comptage
counts-empty-text = Planifiez-en un par emplacement, catégorie ou article, puis comptez avec un téléphone.
count-number = Comptage
count-scope = Ce que l’on compte
count-scope-locations = Emplacements
count-scope-category = Une catégorie
count-scope-items = Certains articles
count-scope-everything = Tout
count-state = État
count-state-open = Planifié
count-state-counting = En cours
count-state-review = À vérifier
count-state-posted = Comptabilisé
count-state-cancelled = Annulé
count-lines = Lignes comptées
count-places = Emplacements
count-places-finished = Emplacements terminés
count-places-done = { $done } sur { $total }
count-places-caption = Emplacements de ce comptage et leur avancement
count-planned = Planifié
count-planned-by = planifié par { $name }, { $day }
count-asked = { $count ->
    [one] { $count } à recompter
   *[other] { $count } à recompter
}
count-counted-lines = { $count ->
    [one] { $count } ligne comptée
   *[other] { $count } lignes comptées
}

## Planifier un comptage
count-plan-title = Planifier un comptage
count-plan-sub = Dites ce que l’on compte et avec quel soin. La vente continue.
count-plan-name-hint = Son nom en magasin, par exemple Étagères de devant.
count-plan-scope = Ce que l’on compte
count-scope-locations-hint = Choisissez ci-dessous des emplacements ou des zones entières.
count-scope-category-hint = Tous les articles des catégories choisies ci-dessous, où qu’ils soient.
count-scope-items-hint = Seulement les articles indiqués ci-dessous.
count-scope-everything-hint = Chaque article du magasin.
count-plan-locations = Emplacements
count-plan-categories = Catégories
count-plan-items = Articles
count-plan-items-hint = Une référence ou un code-barres par ligne.
count-plan-unknown = Il n’y a pas d’article { $code }.
count-plan-blind = Compter à l’aveugle
count-plan-blind-hint = Personne ne voit le stock attendu avant l’envoi du comptage. On compte ainsi plus honnêtement.
count-plan-rule = Recompter
count-plan-rule-hint = Un écart plus grand est recompté par quelqu’un d’autre avant d’être accepté.
count-plan-limit-quantity = Plus d’unités que
count-plan-limit-value = Valeur au coût supérieure à
count-plan-effect = Rien ne change avant l’approbation et la comptabilisation des écarts.
count-plan-do = Planifier le comptage
count-plan-done = { $number } est planifié. Il attend en magasin.

## Un comptage
count-steps = Étapes de ce comptage
count-step-counted = Compté
count-step-review = Vérification
count-step-posted = Comptabilisé
count-is-blind = À l’aveugle
count-go-floor = Compter en magasin
count-submit = Envoyer pour vérification
count-submit-done = Envoyé. Un responsable regarde maintenant les écarts.
count-submit-anyway = Envoyer quand même
count-submit-title = { $count ->
    [one] { $count } emplacement n’est pas terminé
   *[other] { $count } emplacements ne sont pas terminés
}
count-submit-text = Ce qui n’y a pas été scanné reste non compté, jamais compté à zéro. La vérification en donne la liste.
count-review-go = Vérifier
count-cancel = Annuler le comptage
count-cancel-not = Continuer à compter
count-cancel-title = Annuler ce comptage ?
count-cancel-text = Ce qui a été scanné reste enregistré, mais rien n’en est comptabilisé.
count-cancel-done = Le comptage est annulé.
count-place = Emplacement
count-place-open = Pas commencé
count-place-finished = Terminé par { $name }, { $time }
count-to-recount = À recompter

## Vérifier un comptage
count-review-title = Vérifier { $name }
count-counted-by = compté par { $names }, { $day }, de { $from } à { $to }
count-match = Conformes
count-differ = Écarts
count-uncounted = Non comptés
count-missing-found = Manquants et trouvés
count-net = Net au coût
count-unvalued = { $count ->
    [one] { $count } de valeur inconnue
   *[other] { $count } de valeur inconnue
}
count-differ-title = { $count ->
    [one] { $count } ligne diffère
   *[other] { $count } lignes diffèrent
}
count-differ-caption = Lignes en écart, avec valeur et décision
count-uncounted-title = { $count ->
    [one] { $count } article n’a pas été compté
   *[other] { $count } articles n’ont pas été comptés
}
count-uncounted-hint = Non compté n’est pas zéro. Rien ne change pour ceux-ci tant que personne ne le dit.
count-uncounted-caption = Articles en stock ici que personne n’a comptés
count-expected = Attendu
count-counted = Compté
count-difference = Écart
count-value = Valeur au dernier coût
count-known = Ce que l’on sait
count-last-moved = Dernier mouvement
count-decision = Décision
count-decision-for = Décision pour { $item }
count-accept = Accepter
count-recount = Recompter
count-reject = Écarter
count-count = Compter
count-leave = Laisser
count-waits-recount = Attend un recomptage
count-line-is-posted = Comptabilisé
count-moved = A bougé pendant le comptage
count-books-at = D’après les livres, il est à { $place } : il est déplacé ici
count-books-on-its-way = D’après les livres, il est en route vers { $store }
count-books-elsewhere = D’après les livres, il est dans { $store }, à { $place } : { $status }
count-stray = Hors du plan de ce comptage
count-before = Premier comptage : { $quantity }
count-over-quantity = Au-dessus de la limite en unités : un second comptage est demandé
count-over-value = Au-dessus de la limite en valeur : un second comptage est demandé
count-over-unknown = Sa valeur n’est pas connue : un second comptage est demandé
count-mine = Compté par vous
count-by = Compté par { $names }
count-accept-under = Tout accepter en dessous de
count-accept-under-do = Les accepter
count-review-all-right = Tout ce qui a été compté correspond aux livres.
count-reason = Pourquoi vous approuvez votre propre comptage
count-reason-hint = Vous travaillez seul : regardez une seconde fois et dites ce que vous avez vu. Cela reste enregistré.
count-bar = { $accepted } acceptées, { $asked } à recompter, { $undecided } à décider.
count-bar-may = Vous n’avez pas compté ici : vous pouvez approuver.
count-bar-mine = Vous en avez compté une partie ; quelqu’un d’autre approuve ces lignes.
count-bar-one = Vous avez compté ici et travaillez seul : donnez une raison.
count-decide = Enregistrer les décisions
count-decide-done = Décidé : { $accepted } acceptées, { $recounted } à recompter, { $rejected } écartées.
count-decide-nothing = Rien de nouveau n’a été décidé.
# $left (Number): lines left, whose value is not known
count-decide-left = Décidé : { $accepted } acceptées, { $recounted } à recompter, { $rejected } écartées. { $left ->
    [one] { $left } ligne est restée : sa valeur n’est pas connue.
   *[other] { $left } lignes sont restées : leur valeur n’est pas connue.
 }
count-post = { $count ->
    [one] Comptabiliser un ajustement, { $value }
   *[other] Comptabiliser { $count } ajustements, { $value }
}
count-post-cut-short = { $count ->
    [0] Comptabilisé. Rien n’a dû changer.
    [one] Comptabilisé : { $count } ligne corrigée.
   *[other] Comptabilisé : { $count } lignes corrigées.
} { $short ->
    [one] D’après les livres, il reste d’un lot moins que ce qui manquait ; ce qui reste a été retiré. Recomptez-le.
   *[other] D’après les livres, il reste de { $short } lots moins que ce qui manquait ; ce qui reste a été retiré. Recomptez-les.
}
count-post-matched = Comptabiliser
count-post-done = { $count ->
    [0] Comptabilisé. Rien n’a dû changer.
    [one] Comptabilisé : { $count } ligne corrigée.
   *[other] Comptabilisé : { $count } lignes corrigées.
}

## Codes qui n’appartiennent à rien
count-unknown = Codes inconnus
count-unknown-title = { $count ->
    [one] { $count } code inconnu
   *[other] { $count } codes inconnus
}
count-unknown-hint = Ces scans sont conservés. Dites ce que c’est ou écartez-les.
count-unknown-line = { $quantity } à { $place }, scanné par { $who }
count-unknown-item = Référence ou code-barres de l’article
count-unknown-which = Ce pourrait être { $items }.
count-unknown-link = Lier
count-unknown-aside = Écarter
count-unknown-link-done = { $count ->
    [one] { $count } scan compte maintenant pour l’article.
   *[other] { $count } scans comptent maintenant pour l’article.
}
count-unknown-aside-done = { $count ->
    [one] { $count } scan a été écarté.
   *[other] { $count } scans ont été écartés.
}

## Ce que le comptage refuse
count-scope-empty = Choisissez-en au moins un.
count-scope-large = { $max ->
    [one] { $max } au plus.
   *[other] { $max } au plus. Comptez tout, ou faites plusieurs comptages.
}
count-closed = Ce comptage n’accepte plus de scans.
count-line-decided = Cette ligne est déjà décidée.
count-recount-other = Vous l’avez déjà compté. Quelqu’un d’autre le recompte.
count-place-outside = Cet emplacement ne fait pas partie du comptage.
count-code-unreadable = Ce code est illisible. Scannez-le de nouveau.
count-undo-nothing = Ce scan n’existe pas.
count-undo-other = Seul celui qui l’a scanné, ou un responsable, peut l’annuler.
count-blind = Ce comptage est à l’aveugle : les écarts apparaissent après l’envoi.
count-nothing-counted = Rien n’est encore compté.
count-not-in-review = Ce comptage n’est pas en vérification.
count-line-posted = Cette ligne est déjà comptabilisée.
count-line-moved = Du stock a bougé ici pendant le comptage : on recompte d’abord.
count-line-stray = Ceci n’est pas dans le plan du comptage. Regardez-le, puis acceptez-le à part.
count-line-uncounted = Ce n’est pas encore compté : rien à accepter.
count-needs-recount = L’écart dépasse la limite : quelqu’un d’autre recompte d’abord.
count-own-line = Vous l’avez compté : quelqu’un d’autre l’accepte.
count-own-post = Vous avez compté certaines de ces lignes : quelqu’un d’autre les comptabilise.
count-reason-needed = Regardez une seconde fois et dites pourquoi vous acceptez votre comptage.
count-nothing-to-post = Rien n’est accepté : rien à comptabiliser.
count-posted = Ce comptage est déjà comptabilisé.
count-partly-posted = Une partie est déjà comptabilisée : impossible d’annuler. Écartez le reste.
count-plan-second = Compter deux fois
    .hint = Tout est recompté par quelqu’un d’autre, qui ne voit pas ce que le premier a trouvé. Pas là où une personne travaille seule.

## Programmes de comptage
programmes-title = Programmes de comptage
programmes-sub = Ce qui est compté dans un magasin, et à quelle fréquence. Ce qui est dû est planifié de lui-même comme comptage.
programmes-none = Aucun programme de comptage
    .hint = Un programme garde chaque rayon compté sans fermer le magasin : ce qui compte le plus est compté le plus souvent.
programme-new = Nouveau programme
programme-save = Enregistrer le programme
programme-effect = Dès son prochain jour, ce qui est dû attend en magasin comme comptage.
programme-done-saved = Le programme est enregistré.
programme-change = Modifier le programme
programme-name-hint = Ses comptages portent ce nom, avec leur jour.
programme-kind = Ce qu’il compte
programme-kind-classes = Articles par classe
    .hint = La classe A, qui pèse le plus, revient le plus souvent.
programme-kind-places = Emplacements à tour de rôle
    .hint = Les emplacements avec du stock, d’abord le plus anciennement compté.
programme-kind-empty-places = Emplacements vides
    .hint = Les emplacements sans stock dans le registre : la personne sur place dit s’ils sont vides.
programme-kind-sample = Un échantillon au hasard
    .hint = Des articles au hasard, pour que personne ne sache lesquels.
programme-size = Au plus par comptage
    .hint = Articles ou emplacements.
programme-every = Un comptage tous les tant de jours
    .hint = Seulement si quelque chose est dû.
programme-days-a = De nouveau après tant de jours
    .hint = Pour les articles par classe, ceux de la classe A. Un échantillon n’en tient pas compte.
programme-classes = Classes d’articles
    .hint = Seulement pour les articles par classe.
programme-measure = Les classes suivent
programme-measure-value = La valeur en stock au coût
programme-measure-velocity = Les unités vendues en 90 jours
programme-share-a = La classe A représente, en pour cent
programme-share-b = Les classes A et B ensemble, en pour cent
programme-days-b = Classe B de nouveau après (jours)
programme-days-c = Classe C de nouveau après (jours)
programme-tolerance = Tolérance
programme-active = Il planifie des comptages
    .hint = Sinon le programme est en pause.
programme-rests = En pause
programme-next = Prochain le
programme-last = Dernier planifié
programme-never = Jamais compté
programme-due = Ce qui est dû
programme-due-now = Dû
programme-class = Classe
programme-interval = Intervalle en jours
programme-items = Articles
programme-counts = Ses comptages
programme-counts-none = Rien de planifié
    .hint = Ce qui est dû est planifié le jour venu, ou maintenant avec le bouton ci-dessus.
programme-plan = Planifier ce qui est dû
programme-nothing-due = Rien n’est dû.
programme-count-open = { $number } de ce programme est encore ouvert. Terminez-le ou annulez-le d’abord.
programme-planned-today = Ce programme a déjà planifié un comptage aujourd’hui.
number-out-of-range = Saisissez un nombre de { $min } à { $max }.
number-not-whole = Saisissez un nombre entier.
did-stock-save-count-programme = Programme enregistré
did-stock-plan-due-count = Ce qui était dû a été planifié
## La justesse du registre, et ce qui manque
accuracy-title = Justesse
accuracy-sub = La justesse du registre, d’après ce qui a été compté et enregistré. Les comptages annulés sont exclus.
accuracy-tolerable = Dans la tolérance
accuracy-by-lines = Justesse par lignes
accuracy-expected = Attendu, au coût
accuracy-off = Écart, au coût
accuracy-by-value = Justesse par valeur
shrinkage-title = Démarque
shrinkage-sub = Ce qui a été enregistré comme perdu et comme trouvé, au coût. Ce qui a été annulé est déduit. Par compteur : ce qu’il a compté en moins ou en plus que l’attendu.
shrinkage-lost = Perdu
shrinkage-lost-value = Perdu, au coût
shrinkage-found = Trouvé
shrinkage-found-value = Trouvé, au coût
shrinkage-net = Perte nette
figures-from = Du
figures-to = Au
figures-by = Par
figures-by-month = Mois
figures-by-store = Magasin
figures-by-category = Catégorie
figures-by-reason = Motif
figures-by-counter = Compteur
figures-total = Ensemble
figures-of-none = Aucun
figures-unvalued = Coût inconnu
figures-none = Rien pour ces jours
    .hint = Choisissez d’autres jours ou un autre magasin.
figures-days-reversed = Le dernier jour précède le premier.
figures-days-many = Choisissez moins de { $max } jours.
## Notes, photos, et qui vérifie une ligne
evidence-title = Notes et photos
evidence-none = Rien n’est noté sur cette ligne.
evidence-add = Noter quelque chose
evidence-add-do = Ajouter
evidence-link = Note ou photo
evidence-of = { evidence-link }: { $item }
evidence-photo = Cliché
evidence-photo-hint = JPEG, PNG ou WebP, { $max } Mo au plus.
evidence-photo-by = Photo de { $name }
evidence-done = Noté.
evidence-photo-kind = Ce n’est pas une photo affichable. Choisissez un JPEG, PNG ou WebP.
evidence-photo-large = Cette photo dépasse { $max } Mo. Prenez-en une plus petite.
evidence-upload-failed = La photo n’est pas arrivée entière. Envoyez-la à nouveau.
evidence-full = Cette ligne a déjà { $max } notes et photos.
investigation-title = Vérifier
investigation-effect = Tant que ce n’est pas fait, cette ligne n’est pas acceptée. Les autres n’attendent pas.
investigation-who = Qui
investigation-me = Moi
investigation-until = Jusqu’au
investigation-what = Ce qu’il faut vérifier
investigation-open = Faire vérifier
investigation-outcome = Ce qu’il en est ressorti
investigation-end = Vérification terminée
investigation-done-opened = Quelqu’un vérifie cette ligne.
investigation-done-ended = On peut à nouveau décider de la ligne.
investigation-goes-on = En cours
investigation-late = En retard
investigation-over-state = Terminée
investigation-by = { $name }, jusqu’au { $day }
investigation-line = { $name } vérifie jusqu’au { $day }
investigation-past = Choisissez aujourd’hui ou un jour ultérieur.
investigation-over = Plus personne ne vérifie cette ligne.
count-line-investigated = Quelqu’un vérifie cette ligne. Elle sera acceptée une fois que c’est fait.
did-stock-add-count-evidence = Ligne notée ou photographiée
did-stock-investigate-count-line = Ligne à vérifier
did-stock-end-investigation = Ligne vérifiée
did-stock-deal-count-places = Emplacements répartis
changed-looks-into-it = Qui vérifie
changed-until = Jusqu’au
changed-outcome = Ce qu’il en est ressorti
changed-places = Emplacements
changed-dealt-to = Répartis entre

## Emplacements répartis entre les personnes
count-deal-title = Qui compte où
count-deal-effect = Chacun voit d’abord ses emplacements. Qui passe peut tout de même compter n’importe lequel.
count-deal-people = Entre
count-deal-evenly = Répartir également
count-deal-each = Emplacement par emplacement
count-deal-anybody = Le premier venu
count-deal-do = Enregistrer la répartition
count-deal-who = Qui
count-deal-nobody = Cochez qui doit compter.
count-deal-done = { $count ->
    [one] Un emplacement est attribué.
   *[other] { $count } emplacements sont attribués.
}
count-counted-last = Compté en dernier

## Le magasin
floor-to-desk = Vers le bureau
floor-counts = Comptages
floor-no-counts = Rien à compter
floor-no-counts-text = Un responsable planifie les comptages au bureau.
floor-work = Autre travail
floor-receive = Réceptionner
floor-transfer = Transférer
floor-label = Imprimer des étiquettes
floor-lookup = Consulter
floor-lookup-blind = Le stock se consulte de nouveau dès que le comptage à l’aveugle est envoyé.
floor-leave = Quitter le comptage
floor-place = Emplacement
floor-go = Y aller
floor-ready = Prêt à scanner
floor-ready-hint = ou tapez une référence ou un code
floor-mode = Chaque scan
floor-mode-one = Chaque scan ajoute 1
floor-mode-enter = Saisir la quantité
floor-count = Compter
floor-current = Article en cours
floor-counted-one = Compté, 1 de plus
floor-counted-fewer = 1 de moins
floor-counted-n = Compté : { $quantity }
floor-counted-set = Fixé à { $n }
# $entered (String): 1 case; $pack (String): base units in one, 12 or 1/3; $base (String): 12 pieces
floor-counted-unit = { $entered } de { $pack } = { $base }
floor-unit = Unité
    .hint = Laissez vide pour l’unité indiquée par le code.
count-unit-of-unknown = Personne ne connaît encore ce code ni le nombre de pièces que contient cette unité. Laissez l’unité vide ou saisissez les pièces.
floor-undone = Annulé
floor-sending = envoi…
floor-unknown = Absent du catalogue
floor-unknown-text = Ce code n’appartient à aucun article. Le scan est conservé ; dites ce que c’est.
floor-unknown-link = Lier à un article
floor-unknown-draft = Créer un brouillon d’article
floor-unknown-later = Décider plus tard
floor-unknown-later-hint = « Décider plus tard » le place sur la page de vérification ; le comptage continue.
floor-refused = Non compté
floor-stray = Ne fait pas partie de ce comptage
floor-stray-text = Cet article ne fait pas partie de ce comptage. Le scan est conservé pour la vérification ; passez au suivant.
floor-fewer = Un de moins
floor-more = Un de plus
floor-here = { $unit }, sur cet emplacement
floor-last = Derniers scans
floor-none-yet = Rien de scanné pour l’instant.
floor-saved = Enregistré
floor-waiting = { $count ->
    [one] { $count } en attente
   *[other] { $count } en attente
}
floor-sync-now = Envoyer maintenant
floor-signed-out = Reconnectez-vous
floor-no-store = Ce navigateur ne conserve rien. Quittez le mode privé ou libérez de la place.
floor-finish = Terminer { $place }
floor-finish-empty = Oui, { $place } est vide
floor-finish-wait = Attendez que tout soit envoyé, puis terminez.
floor-finish-title = Terminer { $place } ?
floor-finish-left = { $count ->
    [0] Tout est scanné ici
    [one] { $count } article pas encore scanné
   *[other] { $count } articles pas encore scannés
}
# $count (Number): items that the page does not list
floor-finish-more = { $count ->
    [one] { $count } autre article n’est pas listé ici. Il est laissé à la vérification.
   *[other] { $count } autres articles ne sont pas listés ici. Ils sont laissés à la vérification.
}
floor-finished = Cet emplacement est terminé.
floor-none-here = Aucun ici
floor-empty-ask = Cet emplacement devrait être vide. L’est-il ? Terminez-le si oui, sinon scannez ce qui s’y trouve.
floor-blind = Ce que le système attend reste caché jusqu’à l’envoi du comptage.
floor-sound-off = Couper le son
floor-sound-on = Activer le son
floor-keyboard = Saisir un code
floor-place-now = Maintenant à { $place }
floor-place-other = Cet emplacement ne fait pas partie de ce comptage.
floor-asked-title = À recompter
floor-asked-not-mine = compté par vous ; à quelqu’un d’autre
floor-asked-done = compté
floor-quantity-bad = Saisissez une quantité de zéro ou plus.

## Historique des magasins, comptages et transferts
did-stock-create-store = Magasin ouvert
did-stock-edit-store = Magasin modifié
did-stock-archive-store = Magasin archivé
    .back = Magasin rétabli
changed-code = Code du magasin
did-stock-create-location = Emplacement ajouté
did-stock-edit-location = Emplacement modifié
did-stock-archive-location = Emplacement archivé
    .back = Emplacement rétabli
did-stock-set-default-location = Emplacement par défaut choisi
changed-kind = Type
changed-parent = Dans
changed-allow-negative = Peut passer sous zéro
did-stock-plan-count = Comptage planifié
did-stock-finish-count-place = Emplacement terminé
changed-none = Comptés comme absents
changed-left = Laissés sans comptage
did-stock-submit-count = Envoyé pour vérification
did-stock-decide-count-lines = Écarts traités
did-stock-decide-unknown-code = Code inconnu réglé
did-stock-post-count = Comptabilisé
did-stock-cancel-count = Comptage annulé
changed-number = Numéro
changed-store = Magasin
changed-lines = Lignes
changed-count-lines = Lignes comptées
changed-accepted = Lignes acceptées
changed-recount = Lignes à recompter
changed-rejected = Lignes écartées
changed-second-look = Second regard
changed-unknown-code = Code scanné
changed-scans = Lectures
changed-posted = Lignes qui changent le stock
changed-cut-short = Lots dont il restait moins que ce qui manquait
changed-matched = Lignes conformes
did-stock-ship-transfer = Marchandise expédiée
did-stock-receive-transfer = Marchandise réceptionnée
did-stock-cancel-transfer = Transfert annulé
did-stock-reverse-posting = Réception annulée
changed-from = De
changed-to = Vers
changed-called-back = Ce qui est en route
transfer-booked = Dans le registre

## Clôture des livres
periods-title = Périodes
periods-sub = Jusqu’où les livres de chaque magasin sont clôturés. Rien de ce qui a eu lieu un jour clôturé n’est plus enregistré.
period-open = Ouvert
period-through = Clôturé jusqu’au
period-counts = Comptages ouverts
period-on-the-way = Transferts en route
period-changed = Dernier changement
period-close-title = Clôturer les livres
period-close-effect = Ventes, réceptions et comptages de ce jour et d’avant sont ensuite refusés, partout. Terminez d’abord les comptages ouverts : ce qu’ils ont trouvé est enregistré au jour du comptage.
period-close-do = Clôturer les livres
period-reopen-title = Rouvrir les livres
period-reopen-effect = Qui les a rouverts, quand et pourquoi reste dans l’historique de chaque magasin.
period-keep = Garder clôturé jusqu’au
    .hint = Rien de saisi : tout est de nouveau ouvert.
period-reopen-do = Rouvrir les livres
# $day (Date); $count (Number): stores
period-closed-done = Clôturé jusqu’au { $day } : { $count ->
    [one] un magasin.
   *[other] { $count } magasins.
 }
# $day (Date); $count (Number): stores
period-reopened-done = Rouvert après le { $day } : { $count ->
    [one] un magasin.
   *[other] { $count } magasins.
 }
# $count (Number): stores
period-reopened-all-done = Tout est de nouveau ouvert : { $count ->
    [one] un magasin.
   *[other] { $count } magasins.
 }
# $store (String): its code; $day (Date)
period-closed = Les livres de { $store } sont clôturés jusqu’au { $day }. Donnez une date ultérieure, ou faites-les rouvrir par la comptabilité.
# $day (Date): the last that is over
period-not-over = Ce jour n’est pas terminé depuis assez longtemps dans tous les magasins. Le dernier qui peut être clôturé est le { $day }.
period-closed-already = Ces livres sont déjà clôturés jusque-là.
period-open-already = Ces livres ne sont pas clôturés au-delà de ce jour.
did-stock-close-period = Livres clôturés
did-stock-reopen-period = Livres rouverts
books-title = Périodes et valorisation au fil du temps
books-sub = Quels jours ont été clos et rouverts, par qui et pourquoi, et comment le stock a été valorisé.
books-frozen = Figé depuis
books-not-frozen = Pas encore : rien n’a bougé.
books-of-store = Ce qui a été fait aux livres de ce magasin.
changed-closed-through = Clôturé jusqu’au
changed-reason = Motif

## Stock à un instant passé
as-of-title = Stock à une date
# $day (Date)
as-of-day-end = À la fin du { $day }.
# $day (Date); $time (String): 18:00
as-of-instant = Le { $day } à { $time }.
as-of-sub-now = Avec ce qui a été enregistré tard, compté ou annulé depuis.
as-of-sub-then = Comme les livres le disaient alors, sans ce qui a été enregistré ou annulé depuis.
as-of-known = Quelle réponse
as-of-known-now = Selon ce que l’on sait aujourd’hui
as-of-known-then = Selon ce que l’on savait alors
as-of-day = Jour
as-of-time = Heure
as-of-sub = Ce qui se trouvait où à tout instant du passé, à côté de ce qu’il y a aujourd’hui.
as-of-slide = Glisser jusqu’à un jour
    .hint = Les flèches avancent d’un jour, les touches de page d’un mois.
as-of-quick = Souvent demandés
as-of-month-end = Fin du mois dernier
as-of-quarter-end = Fin du trimestre dernier
as-of-year-ago = Il y a un an
as-of-yesterday = Hier
as-of-moment = Maintenant
# $zone (String): Europe/London
as-of-zone = Fuseau horaire : { $zone }.
# $day (Date)
as-of-closed = Livres clos jusqu’au { $day }.
as-of-nothing = Rien n’a encore bougé ici ; il n’y a pas de passé à montrer.
# $day (Date)
as-of-before = Rien n’avait encore bougé ici : le premier mouvement est du { $day }.
# $time (String): a date and time
as-of-before-booked = Rien ne figurait encore dans les livres : la première écriture a été faite le { $time }. On en sait peut-être davantage aujourd’hui.
as-of-then = En stock alors
as-of-way = En transit alors
as-of-now = En stock aujourd’hui
as-of-change = Depuis

## Promesses : réservations et manques
reservation = Réservation
reservations-title = Réservations
reservations-sub = Ce qui est promis à quelqu’un : des mises de côté qui expirent, des affectations qui tiennent.
reservations-none = Rien n’est réservé
    .hint = Ce qui est réservé pour un panier ou une commande reste ici jusqu’à l’expédition ou la libération.
# $code (String)
reservation-heading = Réservation { $code }
reservation-hold = Mise de côté
reservation-allocation = Affectation
reservation-active = En cours
reservation-shipped = Expédié
reservation-released = Libéré
reservation-expired-state = Expiré
reservation-reference = Numéro de commande ou de panier
reservation-made = Réservé le
reservation-expires = Expire le
reservation-wanted = Réservé
# $number (Number)
reservation-posting = Écriture { $number }
reservation-acts = Et maintenant
    .hint = L’expédition vend ce qui est promis, de là où il se trouve. Ce qui est libéré est à la disposition de tous.
reservation-do-ship = Tout expédier
reservation-do-convert = En faire une commande
reservation-do-extend = Garder 15 minutes de plus
reservation-do-release = Libérer
reservation-done-shipped = Expédié.
reservation-done-released = Libéré.
reservation-done-extended = Gardé 15 minutes de plus.
reservation-done-converted = C’est promis jusqu’à l’expédition ou la libération.
reserve-title = Réserver du stock
# $store (String)
reserve-sub = À { $store } : tout est réservé, ou rien.
reserve-do = Réserver
reserve-effect = Cela reste en rayon, et personne d’autre ne peut le vendre.
reserve-lasts = Pour combien de temps
reserve-order = Pour une commande, jusqu’à l’expédition
reserve-15-minutes = Quinze minutes
reserve-1-hour = Une heure
reserve-1-day = Un jour
reserve-1-week = Une semaine
# $quantity (Quantity)
reserve-done = { $quantity } réservés.
# $available, $wanted (Quantity)
reservation-short = { $available } sur { $wanted } sont libres ici.
# $available, $wanted, $there (Quantity); $store (String)
reservation-short-elsewhere = { $available } sur { $wanted } sont libres ici. { $store } en a { $there }.
# $available, $wanted, $coming (Quantity); $code (String)
reservation-short-incoming = { $available } sur { $wanted } sont libres ici. { $coming } arrivent avec { $code }.
# $available, $wanted, $held (Quantity); $code (String)
reservation-short-held = { $available } sur { $wanted } sont libres ici. { $code } en retient { $held }.
reservation-expired = Cette mise de côté a expiré : ce qu’elle gardait est libre. Réservez de nouveau.
reservation-ended = Cette réservation est terminée : elle a été expédiée ou libérée.
reservation-not-a-hold = C’est une affectation : elle tient jusqu’à l’expédition ou la libération.
reservation-minutes-hold = Seule une mise de côté expire. Laissez ce champ vide, ou choisissez une mise de côté.
# $max (Number)
reservation-minutes = Indiquez de 1 à { $max } minutes.
reservation-store-unknown = Il n’y a pas de tel magasin en service.
reservation-line-unknown = Cette réservation n’a pas cette ligne, ou elle est nommée deux fois.
# $promised (Quantity)
reservation-more-than-promised = Il ne reste que { $promised } promis sur cette ligne.
store-has-promises = { $count ->
    [one] Un article de ce magasin est promis. Expédiez d’abord sa réservation, ou libérez-la.
   *[other] { $count } articles de ce magasin sont promis. Expédiez d’abord leurs réservations, ou libérez-les.
 }
shortages-title = Manques
shortages-sub = Plus est promis qu’il n’y en a. Ce qui arrive le comble ; libérer une promesse aussi.
shortages-none = Rien ne manque
    .hint = Chaque promesse peut être tenue.
shortage-short = Il manque
shortage-sellable = Vendable
shortage-since = Depuis
shortage-held = Promis à

## What is kept back from ways of selling
buffers-title = Mis de côté
buffers-sub = Ce qui, du stock, n’est pas ouvert à certains canaux de vente. De deux règles possibles, la plus précise l’emporte.
buffers-none = Rien n’est mis de côté
    .hint = Mettez-en de côté pour que ce qui est vendu en ligne soit encore là au moment de le préparer, ou pour les temps difficiles.
buffer-new = Mettre de côté
buffer-effect = Cela reste en rayon et peut encore être vendu au comptoir. Une règle qui dit la même chose est remplacée ; zéro veut dire que rien n’est mis de côté.
buffer-do = Mettre de côté
buffer-for = Pour quoi
buffer-for-safety = Stock de sécurité, pour tous les canaux
buffer-for-till = Caisse
buffer-for-pickup = Retrait en magasin
buffer-for-online = Vente en ligne
buffer-of = De quoi
buffer-of-everything = Tout
buffer-of-category = Catégorie { $name }
buffer-of-gone = Quelque chose qui n’existe plus
buffer-category = Catégorie
buffer-item = Article
    .hint = Référence, code-barres ou nom. Laissez vide pour toute une catégorie, ou pour tout.
buffer-all-variants = Toutes les variantes de cet article
buffer-percent-field = Ou pourcentage de ce qui est vendable
buffer-percent = Saisissez un pourcentage de 0 à 100, avec deux décimales au plus.
buffer-of-several = Choisissez une catégorie ou un article, pas les deux.
buffer-remove = Ne plus mettre de côté : { $of }
buffer-done = C’est désormais mis de côté.
buffer-done-nothing = Désormais, rien n’en est mis de côté.
buffer-removed = La règle n’est plus. Ce qui est moins précis compte de nouveau.
did-stock-set-buffer = Mis de côté
did-stock-remove-buffer = Plus mis de côté
changed-keeps = Pour quoi
changed-item = Article
changed-quantity = Quantité
changed-percent = Pourcentage
reserve-channel = Canal de vente
reserve-counter = Au comptoir
reservation-short-kept = { $available } sur { $wanted } sont libres pour ce canal de vente ; { $kept } sont mis de côté ici.
available-by = Disponible : { $channel }
why-number-of = Pourquoi { $number }, { $of } ?
why-kept = Mis de côté : { $for }
why-rules = Règles
why-owed = Déjà trop promis
why-held-more = { $count ->
    [one] et une autre
   *[other] et { $count } autres
 }
why-channels = Par canal de vente
why-channels-caption = Ce qui reste de { $item } pour chaque canal de vente

## Lots, serial numbers, last days
lot = Lot
serials = Numéros de série
    .hint = Un par ligne, comme ils sont scannés.
lot-expires = Dernier jour
    .hint = Il peut être vendu jusqu’à ce jour inclus.
lot-made = Fabriqué le
lot-dated = { $lot }, dernier jour { $day }
lots-unasked = Lot, dernier jour ou numéros de série
lot-named = Lot { $code }
lot-named-serial = N° { $code }
lots-title = Lots et numéros de série
lots-sub = Ce qui expire d’abord vient d’abord. Par son code, chaque lot se retrouve, où qu’il soit allé.
lots-none = Rien n’est encore suivi
    .hint = Indiquez qu’un article est suivi par lot ou par numéro de série : ce que vous en recevez apparaîtra ici.
lots-there = En stock
lots-soon = Sous 30 jours
lots-expired = Expirés
lots-search = Lot ou numéro de série
lot-held-state = Bloqué
lot-recalled-state = Rappelé
lot-expired-state = Expiré
lot-soon-state = Expire bientôt
lot-heading = Lot { $code }
lot-heading-serial = Numéro de série { $code }
lot-file = Tout dans un fichier
lot-where = Où il se trouve
lot-flows = D’où il vient et où il est allé
lot-story = Ce qui lui est arrivé
lot-nowhere = Il n’en reste rien ici
    .hint = Tout est parti : la destination figure plus bas.
lot-ways-out = Issues
lot-write-off = Jeter ou donner
lot-flow-end = De ou vers
lot-came = Entré
lot-went = Sorti
lot-flows-more = Il a connu plus de dix mille mouvements : ce sont les sommes des dix mille premiers. Le fichier les contient tous.
lot-do = Que faire
lot-do-hold = Bloquer
    .hint = Retiré de la vente dans tous les magasins le temps de vérifier.
lot-do-recall = Rappeler
    .hint = Retiré de la vente partout, et rappelé de là où il est allé.
lot-hold-title = Bloquer ou rappeler
lot-hold-do = Retirer de la vente
lot-release-title = Remettre en vente
lot-release-effect = Ce qui a été mis de côté et s’y trouve encore redevient disponible, sauf si son dernier jour est passé.
lot-release-do = Débloquer
lot-days-title = Ses dates
lot-done-held = Retiré de la vente : { $quantity }.
lot-done-recalled = Rappelé ; retiré de la vente : { $quantity }.
lot-done-released = De nouveau en vente : { $quantity }.
lot-done-edited = Ses dates sont corrigées.
supplier-return-title = Retourner au fournisseur
supplier-return-sub = Des articles de { $store } repartent chez leur fournisseur.
supplier-return-do = Retourner
supplier-return-effect = Ils quittent aussitôt le stock du magasin.
supplier-return-number = Numéro de retour
supplier-return-done = Retourné au fournisseur : { $quantity }.
reason-none = Aucun motif
in-transit = En transit
lot-needed = Indiquez le lot, tel qu’il figure sur la marchandise.
lot-which = Plusieurs lots sont ici : { $lots }. Indiquez lequel.
lot-unknown = Cet article n’a pas de lot { $lot }.
lot-not-tracked = Cet article n’est pas suivi par lots. Laissez le lot vide.
serial-needed = Indiquez de quelle pièce il s’agit : son numéro de série.
lot-day-needed = Indiquez le dernier jour d’utilisation de ce lot.
lot-other-day = Le lot { $lot } est connu avec le { $day } comme dernier jour. Indiquez ce jour, ou corrigez d’abord le lot.
lot-no-day = Le lot { $lot } est connu sans dernier jour. Laissez-le vide, ou corrigez d’abord le lot.
lot-expired = Le dernier jour de ce lot était le { $day }. Recevez-le comme abîmé ou en quarantaine, ou renvoyez-le.
lot-short-lived = Le dernier jour de ce lot est le { $day } ; l’article exige au moins { $days } jours de plus à la réception. Recevez-le en quarantaine, ou renvoyez-le.
lot-made-later = Ce lot aurait été fabriqué après son arrivée. Vérifiez la date.
lot-expires-before-made = Le dernier jour précède la date de fabrication.
lot-held = Le lot { $lot } est bloqué ou rappelé : rien ne peut en devenir disponible. Débloquez d’abord le lot, ou recevez-le en quarantaine.
lot-expired-available = Le dernier jour du lot { $lot } était le { $day } : rien ne peut en devenir disponible. Retournez-le, jetez-le ou donnez-le.
lot-is-so = Le lot est déjà dans cet état.
lot-recalled = Le lot est rappelé. Cela prend fin quand il est remis en vente.
count-piece-on-its-way = D’après les livres, { $serial } est en route vers { $store }. Réceptionnez d’abord le transfert, ou écartez la ligne.
count-piece-other-store = D’après les livres, { $serial } est dans { $store }. Faites-le envoyer de là-bas et réceptionnez-le, ou écartez la ligne.
count-piece-set-apart = D’après les livres, { $serial } est mis à part à { $place } : un comptage ne remet rien en vente. Changez d’abord son état, ou écartez la ligne.
serial-count = Donnez un numéro de série par pièce : { $given } pour { $wanted }.
serial-twice = Le numéro de série { $serial } figure deux fois.
serial-unknown = Aucune pièce ne porte le numéro de série { $serial }.
serial-elsewhere = Le numéro de série { $serial } est ailleurs. Recherchez-le et déplacez-le, ou vérifiez le numéro.
serial-gone = Le numéro de série { $serial } n’est plus dans aucun magasin.
serial-not-tracked = Cet article n’est pas suivi par numéro de série. Laissez les numéros vides.
serial-adjust-by = Indiquez combien de pièces entrent ou sortent, et leurs numéros.
tracking-changed = { $sku } est suivi autrement que ne l’indique cette opération. Rechargez la page ; ce qui a été vendu avant le suivi revient comme un retour.
lot-going = Lot
    .hint = Ce qui expire d’abord, sauf indication.

## Lots, serial numbers, last days
lot-where-caption = Emplacements qui en ont
lot-flows-caption = Totaux par magasin
lot-story-caption = Ses mouvements
## Ce que vaut le stock

value-title = Valeur du stock
value-by-item = Par article
value-totals = Par magasin et par catégorie
value-all = Tout le stock
value-by-store = Par magasin
value-by-category = Par catégorie
value-category = Catégorie
value-no-category = Sans catégorie
value-no-stores = Tous les magasins sont valorisés ensemble
    .hint = Aucun magasin n’a de part à lui seul.
value-nothing = Rien n’est encore valorisé
    .hint = Ce qui entre vaut ce qu’il a coûté ; il paraît ici un instant plus tard.
value-now = Tel qu’il est maintenant.
value-each = L’unité
value-worth = Valeur
value-on-the-way = En route
# $store (String): a store's name
value-on-the-way-to = En route vers { $store }
value-lots = Lots séparés
# $when (String): an instant
value-through = Valorisé jusqu’au { $when }.
# $count (Number)
value-waiting = { $count ->
    [one] Un mouvement attend d’être valorisé.
   *[other] { $count } mouvements attendent d’être valorisés.
}
value-of-it = Ce que ça vaut
value-of-it-of = Ce que ça vaut : { $item }
value-file = Télécharger
value-through-day = Valorisé jusqu’à
account-side = Côté
layers-all = Toutes les couches
entries-all = Toutes les écritures
# $item (String)
value-why = Pourquoi { $item } vaut cela
# $quantity, $value (String)
value-so-much = { $quantity } d’une valeur de { $value }
# $quantity, $value (String)
value-owed = { $quantity } sont sortis avant d’être entrés, à { $value } d’après ce qu’on savait. La prochaine entrée le rectifiera.
value-standard = Coût standard
layers-title = Ce qui reste des entrées
layer-since = Entré
layer-in = Entrée
layer-left = Reste
entries-title = Ce qui a changé sa valeur
entry-after = Valeur après
account-cost-title = Coût d’une période
account-cost-sub = Comment la valeur du stock est passée du début du premier jour à la fin du dernier.
account-from = Du
account-to = Au
account-opening = Ouverture
account-in = Entrées
account-out = Sorties
account-adjusted = Ajustements
account-closing = Clôture
account-cost-of-sales = Coût des ventes
account-what = Quoi
# $day (Date)
period-ends-before = Le dernier jour précède le premier, { $day }.
costing-title = Méthode de valorisation
costing-sub = Ce qui sort vaut ce que dit la méthode ; ce qui reste vaut le reste.
costing-effect = Choisissez avant tout mouvement : dès le premier, elle ne change plus.
costing-method = Méthode
costing-scope = Valorisés ensemble
costing-since = En usage depuis
costing-frozen-why = Du stock a bougé depuis, elle reste donc ainsi. Un article dont rien n’a encore bougé peut être valorisé autrement, sur sa page de valeur.
costing-items = Valorisés autrement
    .hint = Aucun article n’est valorisé autrement.
costing-item-title = Valoriser cet article autrement
costing-item-effect = Pour toutes les variantes de l’article, jusqu’à ce que la première bouge.
costing-as-all = Comme tous les autres
costing-done = Il est désormais valorisé ainsi.
costing-frozen = Quelque chose a déjà bougé : la méthode reste ce qu’elle est.
cost-method-fifo = Premier entré, premier sorti
    .hint = Ce qui est entré d’abord sort d’abord, à ce qu’il a coûté.
cost-method-average = Coût moyen pondéré
    .hint = Tout vaut autant : ce qu’il a coûté en moyenne.
cost-method-standard = Coût standard
    .hint = Chaque unité vaut ce qui a été fixé ; ce qu’elle a coûté en plus ou en moins est un écart.
cost-method-specific = Par lot ou numéro de série
    .hint = Chaque lot et chaque numéro de série vaut ce qu’il a coûté lui-même.
cost-scope-store = Magasin par magasin
cost-scope-company = Tous les magasins ensemble
cost-kind-receipt = Reçu
cost-kind-opening = Stock d’ouverture
cost-kind-found = Trouvé
cost-kind-returned = Rendu par des clients
cost-kind-transfer-in = Venu d’autres magasins
cost-kind-sold = Vendu
cost-kind-lost = Perdu ou consommé
cost-kind-sent-back = Renvoyé aux fournisseurs
cost-kind-transfer-out = Parti vers d’autres magasins
cost-kind-true-up = Coût connu depuis
cost-kind-landed = Coût ajouté plus tard
cost-kind-landed-gone = Dont pour ce qui était sorti
cost-kind-revalued = Réévalué
cost-kind-variance = Écart au standard
cost-kind-correction = Corrigé par une annulation
revalue-title = Réévaluer
revalue-effect = Ce que vaut une unité désormais. L’écart et la raison sont conservés.
revalue-everywhere = Dans tous les magasins.
# $store (String)
revalue-here = À { $store } seulement, sauf si tous les magasins sont valorisés ensemble.
revalue-do = Réévaluer
# $value (String): an amount with its sign
revalue-done = Réévalué : { $value }.
revaluation-nothing = Rien n’y vaudrait autre chose.
late-cost-title = Ajouter un coût
late-cost-effect = Il est réparti sur les lignes de la réception. Ce qui est encore en stock porte sa part, où qu’il soit à présent ; le reste est un coût de ce qui est sorti.
late-cost-kind = De quoi il s’agit
late-cost-landed = Transport, douane, assurance
late-cost-invoice = La facture dit autre chose
late-cost-sign = Il rend la marchandise
late-cost-more = Plus chère
late-cost-less = Moins chère
late-cost-amount = Montant
late-cost-by = Réparti
late-cost-by-value = Selon le coût de chaque ligne
late-cost-by-quantity = Selon la quantité reçue
late-cost-reference = Numéro de facture
late-cost-do = Ajouter le coût
# $value, $on_hand, $gone (String): amounts
late-cost-done = { $value } ajoutés : { $on_hand } à ce qui est en stock, { $gone } à ce qui est sorti.
cost-not-a-receipt = Seule une réception ou un stock d’ouverture peut porter un tel coût.
cost-nothing-to-bear = Aucune de ses lignes ne subsiste pour porter ce coût.
cost-changes-title = Changements de valeur
cost-changes-sub = Ce qui a été changé à la valeur du stock : réévaluations et coûts ajoutés plus tard. Chacun peut être annulé.
cost-changes-none = Rien n’a encore été changé
    .hint = Les réévaluations et les coûts ajoutés plus tard apparaissent ici.
cost-changes-all = Tous les changements
cost-change-revaluation = Réévaluation
cost-change-undoes = Annule un changement
cost-change-of = Le changement annulé
cost-change-on-hand = Pour ce qui est en stock
cost-change-gone = Pour ce qui est sorti
cost-change-receipt = Réception
cost-change-billed = Selon la facture
cost-change-undo-effect = L’inverse est enregistré : ce qui reste de la marchandise en porte autant que possible, le reste est un coût de ce qui est sorti. Les deux restent dans l’historique.
cost-change-undo-done = Annulé : { $value }, dont { $on_hand } en stock et { $gone } pour ce qui est sorti.
cost-change-undone = Ce changement est déjà annulé. La liste des changements dit par lequel.
cost-change-is-undo = Ce changement en annule un autre. Refaites plutôt le premier.
cost-change-unknown = Ce changement date d’avant que l’on garde ce qu’il changeait. Réévaluez l’article, ou ajoutez le coût inverse à la réception.
cost-receipt-undone = Une ligne de la réception a été annulée depuis, et son coût avec elle. Saisissez de nouveau la réception avec ce qu’elle a coûté.
cost-revalued-since = Une autre réévaluation a eu lieu depuis. Annulez-la d’abord, ou réévaluez encore.
cost-moved-since = Une partie de cette marchandise est partie vers un autre magasin depuis, ou a été annulée. Réévaluez ce qui est là, ou ajoutez le coût inverse à la réception.
cost-no-standard-before = Il n’y avait pas de coût standard avant celui-ci. Réévaluez plutôt à ce que vaut une unité.
rate-title = Facturé dans une autre devise
rate-currency = Devise
# $currency (String): a code
rate-rate = Cours
    .hint = Tant de { $currency } pour une unité.
rate-source = D’où vient le cours
rate-date = Jour du cours
# $currency (String): a code
rate-of-own-currency = { $currency } est votre propre devise : omettez le cours.
rate-out-of-range = Saisissez un cours supérieur à zéro, avec dix décimales au plus.
money-zero = Saisissez un montant autre que zéro.
did-stock-set-costing = Méthode de valorisation choisie
did-stock-set-item-costing = Méthode de valorisation de l’article choisie
did-stock-revalue-stock = Réévalué
did-stock-add-late-cost = Coût ajouté
did-stock-undo-cost-change = Changement de valeur annulé
changed-costing = Valorisation
changed-method = Méthode de valorisation
changed-scope = Valorisés ensemble
count-counted-caption = Dernières lignes comptées
value-store-caption = Ce que vaut le stock de chaque magasin
value-category-caption = Ce que vaut le stock de chaque catégorie

## Unités des lignes
entered-as = { $entered } = { $base }
entered-part = Partie de { $entered } = { $base }

## Kits dans les lignes
kit-part-of = Partie de { $quantity } ×
kit-holds-no-stock = Ceci est un kit, qui n’a pas de stock propre. Utilisez plutôt ses composants.
kit-which-component = Impossible de savoir de quel composant il s’agit. Saisissez les composants sur leurs propres lignes.
kit-component-insufficient = Il n’y a que { $available } de { $sku } ; il en faut { $wanted }.
reservation-kit-whole = Seuls des kits entiers peuvent être expédiés. Expédiez de chaque composant ce qu’il faut pour des kits entiers.
reservation-short-kit = Seulement { $available } sur { $wanted } peuvent être composés : { $sku } manque en premier.
stock-state-kit = Kit composé
stock-can-make = { $quantity } peuvent être composés. Voir de quoi
