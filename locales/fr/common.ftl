### Les mots que toutes les pièces partagent.

## What went wrong, as a whole
error-invalid = { $count ->
    [one] { $count } champ est à vérifier.
   *[other] { $count } champs sont à vérifier.
}
error-stale = Quelqu’un a modifié ceci pendant que vous y travailliez. Rechargez la page pour voir les changements, puis refaites votre modification.
error-not-found = Introuvable. Cet élément a peut-être été archivé, ou il appartient à quelqu’un d’autre.
error-forbidden = Votre rôle ne le permet pas. Adressez-vous au propriétaire de votre entreprise.
error-foreign = Ceci ne vient pas d’une de nos pages, ou d’une page trop ancienne. Rien n’a été modifié. Rouvrez la page, puis recommencez.
error-signed-out = Votre session est fermée. Reconnectez-vous pour continuer.
error-too-many = { $seconds ->
    [one] Trop de tentatives. Réessayez dans { $seconds } seconde.
   *[other] Trop de tentatives. Réessayez dans { $seconds } secondes.
}
error-unavailable = Impossible pour le moment. Rien n’a été modifié. Réessayez dans un instant.
error-timed-out = Cela prend plus de temps que nous n’attendons de réponse. Ce qui a été commencé continue : vérifiez si c’est fait avant de recommencer.
error-internal = Une erreur s’est produite de notre côté et rien n’a été modifié. Si cela se reproduit, communiquez cette référence à l’assistance : { $reference }.

## What is wrong with a field
field-required = Remplissez ce champ.
field-too-long = { $max ->
    [one] Ce champ accepte { $max } caractère au plus.
   *[other] Ce champ accepte { $max } caractères au plus.
}
field-control-characters = Ce texte contient des caractères de contrôle invisibles. Saisissez-le au lieu de le coller.
field-unknown-choice = Choisissez une des options proposées.
# $typed (String): what the address says
filter-unknown-choice = « { $typed } » n’en fait pas partie. Choisissez dans la liste, ou laissez ouvert.
# $typed (String): what the address says
filter-unknown-id = « { $typed } » ne nous dit rien. Laissez ce champ vide, ou choisissez de nouveau dans la liste.
filter-misread = La liste s’affiche dès que son adresse est lisible.
cursor-unreadable = Cette adresse ne dit pas où reprendre la liste. Commencez à la première page.
# $store (String): the code that the address names
store-unknown = Aucun magasin ouvert ne s’appelle { $store } : il a été archivé, ou l’adresse est mal saisie. Rien n’a été fait. Choisissez le magasin concerné, puis envoyez de nouveau.
field-email = Ce n’est pas une adresse e-mail. Elle ressemble à nom@example.com.

quantity-not-a-number = Saisissez un nombre en chiffres.
quantity-too-many-decimals = Six décimales au plus sont conservées.
line-unit = Unité
unit-other-class = { $unit } mesure autre chose : cet article est tenu en { $base }.
unit-unknown = Cet article n’a pas d’unité { $unit }. Choisissez une de ses unités, ou donnez-lui celle-ci sur sa page.
quantity-too-small = C’est moins que ce qui peut être tenu : moins d’un millionième de l’unité de base.
quantity-too-large = Ce nombre est trop grand. Il y a place pour 13 chiffres avant la virgule.
quantity-not-positive = Saisissez un nombre supérieur à zéro.
quantity-negative = Saisissez zéro ou plus.
quantity-not-whole = Saisissez un nombre entier : cet article se compte à la pièce.
quantity-ambiguous = Ce nombre peut se lire de deux façons. Saisissez { $whole } ou { $fraction }.
quantity-mark = Ici, les décimales suivent une virgule. Vouliez-vous dire { $right } ?

money-not-a-number = Saisissez un montant en chiffres.
money-too-many-decimals = { $max ->
    [one] { $max } décimale au plus est conservée.
   *[other] { $max } décimales au plus sont conservées.
}
money-too-large = Ce montant est trop grand. Il y a place pour 13 chiffres avant la virgule.
money-negative = Saisissez un montant égal ou supérieur à zéro.
money-ambiguous = Ce montant peut se lire de deux façons. Saisissez { $whole } ou { $fraction }.
money-mark = Ici, les décimales suivent une virgule. Vouliez-vous dire { $right } ?
money-other-currency = C’est une autre devise. Les montants sont ici en { $expected }.
currency-unknown = Ce n’est pas un code de devise. Il compte trois majuscules, par exemple EUR.

date-not-a-date = Ce n’est pas une date. Saisissez le jour, le mois et l’année, par exemple { $example }.
date-no-such-day = Ce jour n’existe pas dans ce mois.
date-out-of-range = Saisissez une date entre 1900 et 2199.
date-in-future = Cette date est à venir. Saisissez aujourd’hui ou un jour antérieur.

gtin-not-one = Ce n’est pas un numéro de code-barres. Il compte 8, 12, 13 ou 14 chiffres.
gtin-check-digit = Le dernier chiffre ne correspond pas aux autres ; ce devrait être { $expected }. Vérifiez la saisie ou scannez le code.
## What the API expects where it cannot read a value
field-unreadable = Cette valeur ne convient pas à ce champ. Le document de l’API à /api/v1/openapi.json dit ce qui convient.
field-expects-text = Ce champ attend un texte, entre guillemets.
field-expects-number = Ce champ attend un nombre.
field-expects-whole = Ce champ attend un nombre entier.
field-expects-yes-no = Ce champ attend true ou false.
field-expects-list = Ce champ attend une liste, entre crochets.
field-expects-object = Ce champ attend un objet, entre accolades.
field-expects-id = Ce champ attend un identifiant, par exemple 0195f3a1-7c2e-7d10-9b1e-3f0a5c2d8e41.
field-expects-date = Ce champ attend une date ou un instant au format ISO 8601, par exemple 2026-11-17.
# $choices (String): every value there is
field-expects-one-of = Ce champ attend l’une de ces valeurs : { $choices }.
field-unknown = Ce champ n’existe pas ici. Retirez-le, ou corrigez son nom.
# $line (Number), $column (Number): where reading stopped
body-not-json = Le contenu n’est pas un objet JSON : voyez la ligne { $line }, caractère { $column }.
query-unreadable = L’adresse contient des paramètres illisibles.
body-too-large = C’est plus volumineux que ce que nous acceptons. Divisez-le et envoyez les parties.
tenant-slug-invalid = Le nom court d’une entreprise se compose de 2 à 40 minuscules, chiffres et tirets.
tenant-slug-taken = Une entreprise porte déjà ce nom court.
idempotency-key-invalid = Ce formulaire ne peut pas être renvoyé tel quel. Rechargez la page.
idempotency-key-reused = Cela a déjà été envoyé une fois, avec un autre contenu. Rechargez la page.
request-still-running = La même chose est déjà en cours. Patientez un instant, puis vérifiez si c’est fait.
# What a program sends, not a person

## The trade's kinds
status-available = Disponible
status-damaged = Endommagé
status-quarantine = Quarantaine

place-zone = Secteur
place-aisle = Allée
place-bin = Emplacement
place-supplier = Fournisseur
place-customer = Client
place-loss = Perte
place-found = Trouvé
place-transit = En transit

posting-opening = Stock initial saisi
posting-receipt = Reçu
posting-sale = Vendu
posting-sale-return = Retourné
posting-adjustment = Ajusté
posting-move = Déplacé
posting-status-change = État modifié
posting-transfer-ship = Expédié
posting-transfer-receive = Arrivé
posting-transfer-cancel = Transfert annulé
posting-count = Compté
posting-reversal = Annulé
posting-count-offset = Maintenu comme compté

reason-damaged = Endommagé
    .stock = Le retire du stock.
    .cost = Son coût devient une perte.
reason-stolen = Volé
    .stock = Le retire du stock.
    .cost = Son coût devient une perte pour vol.
reason-lost = Perdu
    .stock = Le retire du stock.
    .cost = Son coût devient une perte.
reason-expired = Périmé
    .stock = Le retire du stock.
    .cost = Son coût devient une perte pour péremption.
reason-given-away = Offert
    .stock = Le retire du stock.
    .cost = Son coût devient une dépense publicitaire.
reason-own-use = Usage interne
    .stock = Le retire du stock.
    .cost = Son coût devient une charge de l’entreprise.
reason-found = Trouvé
    .stock = L’ajoute au stock.
    .cost = Il entre au coût actuel.
reason-count-error = Erreur de comptage
    .stock = Corrige le stock, en plus ou en moins.
    .cost = L’écart devient une perte ou un gain.
reason-other = Autre raison
    .stock = Modifie le stock comme indiqué.
    .cost = L’écart devient une perte ou un gain. Ajoutez une note.

role-owner = Propriétaire
    .hint = Peut tout faire et décide des droits de chacun.
role-manager = Responsable
    .hint = Dirige les magasins : stock, comptages, imports, articles.
role-clerk = Vendeur
    .hint = Travaille en magasin : vend, réceptionne, déplace et compte.
role-buyer = Acheteur
    .hint = Tient le catalogue et les achats.
role-accountant = Comptable
    .hint = Voit tout, coûts et valeurs compris ; ne modifie rien.

door-page = sur le site
door-api = par l’API
door-import = par import
door-floor = sur un téléphone
door-job = automatiquement
door-command = en ligne de commande
actor-system = Stockroom

## Units: a number with its unit, and the unit's name for menus
unit-each = { $count ->
    [one] { $count } pièce
   *[other] { $count } pièces
}
    .name = Pièce
unit-pack = { $count ->
    [one] { $count } paquet
   *[other] { $count } paquets
}
    .name = Paquet
unit-box = { $count ->
    [one] { $count } boîte
   *[other] { $count } boîtes
}
    .name = Boîte
unit-case = { $count ->
    [one] { $count } carton
   *[other] { $count } cartons
}
    .name = Carton
unit-case-of = Carton de { $size }
unit-g = { $count } g
    .name = Gramme
unit-kg = { $count } kg
    .name = Kilogramme
unit-cm = { $count } cm
    .name = Centimètre
unit-m = { $count } m
    .name = Mètre
unit-ml = { $count } ml
    .name = Millilitre
unit-l = { $count } l
    .name = Litre

## Actions
action-save = Enregistrer
action-cancel = Annuler
action-back = Retour
action-search = Rechercher
action-close = Fermer
action-undo = Annuler
action-edit = Modifier
action-archive = Archiver
action-restore = Rétablir
action-add = Ajouter
action-remove = Retirer
action-export = Exporter
action-import = Importer
action-apply = Appliquer
action-reload = Recharger
action-more = Plus
action-open = Ouvrir
action-help = Aide

## Navigation and frame
nav-label = Menu principal
nav-label-phone = Menu principal, téléphone
nav-here = Vous êtes ici
nav-skip = Aller au contenu
nav-home = Accueil
nav-catalog = Catalogue
nav-stock = Stock
nav-counts = Comptages
nav-labels = Étiquettes
nav-floor = Mode magasin
nav-scan = Scanner
nav-settings = Réglages
nav-imports = Importations
nav-people = Personnes
nav-stores = Magasins
nav-verify = Vérification du registre
nav-overview = Vue d’ensemble
nav-history = Historique
nav-notifications = Avis

search-label = Rechercher ou scanner
search-clear = Effacer la recherche
store-switch = Changer de magasin
store-all = Tous les magasins
theme-label = Apparence
theme-light = Clair
theme-dark = Sombre
theme-system = Comme l’appareil
language-label = Langue
account-label = Votre compte, { $name }
account-sign-out = Se déconnecter
shortcuts-title = Raccourcis clavier
palette-title = Recherche et commandes
palette-placeholder = Article, code-barres, page ou action
palette-go = Aller à
palette-do = Faire
palette-items = Articles
palette-stores = Magasins
palette-all = Tous les articles avec « { $q } »
palette-none = Rien ici ne porte ce nom.
palette-choose = choisir
palette-open = ouvrir
palette-close = fermer
key-palette = Tout chercher, aller partout
key-search = Chercher dans cette liste
key-help = Afficher ces touches
key-move = Parcourir les résultats
key-open = Ouvrir l’élément choisi
key-close = Fermer ce qui flotte
key-range = Sélectionner toutes les lignes jusqu’à celle-ci
key-shift = Maj
key-click = clic
key-single = Touches seules activées ( / et ? )

unsaved-title = Quitter sans enregistrer ?


notice-saved = Enregistré.
notice-undone = Opération annulée.
notice-archived = Archivé.
notice-restored = Rétabli.

## Tables and lists
table-rows = { $count ->
    [0] Aucune ligne
    [one] { $count } ligne
   *[other] { $count } lignes
}
table-columns = Colonnes
table-filters = Filtres
table-filter-remove = Retirer le filtre { $name }
table-filters-clear = Tout retirer
table-nothing-found = Aucun résultat
    .hint = Essayez avec moins de mots ou retirez un filtre.
table-nothing-so-far = Rien pour l’instant
    .hint = Ces mots figurent dans beaucoup d’articles, mais pas encore ensemble. Continuez à la page suivante ou saisissez un mot plus rare.
table-select = Sélectionner { $name }
table-select-all = Tout sélectionner
table-selected = { $count ->
    [one] { $count } sélectionné
   *[other] { $count } sélectionnés
}
table-selection-clear = Annuler la sélection
table-compact = Serré
table-roomy = Aéré
table-views = Vues enregistrées
table-view-save = Enregistrer la vue
bulk-selected = Sélection
table-selected-do = Que faire des lignes sélectionnées
list-view-name = Nom de la vue
list-view-hint = Garde ces filtres et ces colonnes pour vous. Une vue du même nom est remplacée.
list-view-saved = La vue { $name } est enregistrée.
list-view-removed = La vue est supprimée.
list-view-remove = Supprimer la vue { $name }
list-views-full = Il n’y a plus de place pour une vue : { $count } au maximum. Supprimez-en une d’abord.
list-view-effect = Vous seul la voyez.
list-view-query = Ces filtres ne peuvent pas être enregistrés dans une vue. Retirez-en d’abord quelques-uns.
list-column-up = Avancer { $name }
list-column-down = Reculer { $name }
list-columns-show = Afficher celles-ci
list-columns-reset = Par défaut
bulk-labels = Imprimer les étiquettes
bulk-count = Préparer un comptage
bulk-activate = Activer
bulk-none = Rien n’était sélectionné. Cochez d’abord des lignes, puis choisissez quoi faire.
bulk-state-done = Modifiés : { $done }. Laissés tels quels : { $left }.
table-total = Total
table-as-table = Afficher en tableau
count-and-more = plus de { $count }

pager-label = Pagination
pager-first = Première page
pager-next = Suivant

## Short words
as-of = données de { $time }
not-known-here = Inconnu ici
    .hint = Aucun stock de cet article n’a jamais été enregistré dans ce magasin. Ce n’est pas la même chose que zéro.
none = Aucun
unknown = Inconnu
all = Tous
yes = Oui
no = Non
optional = facultatif
note = Note
details = Détails
name = Nom
who = Qui
when = Quand
why = Pourquoi ?
state-draft = Brouillon
state-active = Actif
state-archived = Archivé
by-person = par { $name }
day-today = aujourd’hui
day-yesterday = hier
day-today-heading = Aujourd’hui, { $date }
day-yesterday-heading = Hier, { $date }

## Signing in
signin-title = Se connecter
signin-lead = Bon retour parmi nous.
signin-lost = Vous étiez déconnecté avant l’envoi : rien n’a été enregistré. Connectez-vous et renvoyez-le.
signin-unsent = Vous étiez déconnecté avant l’envoi : rien n’a été enregistré. Connectez-vous : votre saisie est conservée et vous pourrez l’envoyer.
unsent-title = Pas encore envoyé
unsent-lead = Rien n’en a été enregistré, car vous étiez déconnecté avant l’envoi. Vous pouvez l’envoyer maintenant en tant que { $name }, { $business }.
unsent-send = Envoyer maintenant
unsent-leave = Abandonner
unsent-several = Votre saisie n’a pas été conservée : vous appartenez à plusieurs entreprises et elle peut être destinée à une autre. Rien n’en a été enregistré.
signin-email = Adresse e-mail
signin-password = Mot de passe
    .show = Afficher le mot de passe
    .hide = Masquer le mot de passe
signin-submit = Se connecter
signin-failed = L’adresse et le mot de passe ne correspondent pas. Vérifiez les deux et réessayez.
signin-forgot = Mot de passe oublié ? Demandez-en un nouveau au propriétaire de votre entreprise.
signin-tenant = Quelle entreprise ?

## Pages for errors
error-page-401-title = Connectez-vous d’abord
error-page-409-title = Quelque chose s’y oppose
error-page-412-title = Quelqu’un a été plus rapide
error-page-422-title = Cela ne peut pas être accepté ainsi
error-page-403-title = Cette page ne vous est pas ouverte
error-page-403-text = Votre rôle ne comprend pas cette page. Le propriétaire de votre entreprise peut changer cela.
error-page-404-title = Il n’y a rien ici
error-page-404-text = L’adresse est peut-être mal saisie, ou ce qui était ici a été archivé.
error-page-store-title = Nous ne connaissons pas ce magasin
# $store (String): the code that the address names
error-page-store-text = Aucun magasin ne s’appelle { $store } ici. Il a peut-être été archivé, ou l’adresse est mal saisie. Consultez cette page dans un autre magasin, ou rétablissez { $store } sous Stock, Magasins.
error-page-405-title = Impossible à cet endroit
error-page-405-text = Revenez en arrière et réessayez depuis la page elle-même.
error-page-413-title = C’est trop volumineux
error-page-413-text = Le fichier ou le formulaire dépasse la taille admise. Divisez-le et envoyez les parties.
error-page-429-title = Moins vite, s’il vous plaît
error-page-429-text = C’était trop à la fois. Attendez un instant, puis réessayez.
error-page-500-title = Une erreur s’est produite de notre côté
error-page-500-text = Rien n’a été modifié. Réessayez ; si cela se reproduit, communiquez la référence ci-dessous à l’assistance.
error-page-503-title = De retour dans un instant
error-page-503-text = Stockroom est surchargé ou en cours de mise à jour. Rien n’est perdu. Réessayez dans une minute.
error-page-reference = Référence : { $reference }
error-page-home = Aller à l’accueil

## What a problem of the API is: the page of its type
problem-code = Identifiant du problème
problem-status = Statut
problem-means = Ce que cela veut dire
problem-do = Que faire
problem-advice-401 = Ouvrez une session avec POST /api/v1/sessions, puis renvoyez la requête avec son jeton.
problem-advice-403 = Demandez avec un compte dont le rôle le permet, et avec le jeton de cette session. Renvoyée telle quelle, la requête sera de nouveau refusée.
problem-advice-404 = Vérifiez l’identifiant : il est peut-être mal saisi, archivé, ou à une autre entreprise. Renvoyée telle quelle, la requête ne trouvera toujours rien.
problem-advice-409 = Lisez l’état actuel, puis décidez à nouveau. Renvoyée telle quelle, la requête sera refusée tant que rien ne change.
problem-advice-412 = Relisez l’objet, prenez sa nouvelle version, et refaites votre modification.
problem-advice-422 = « errors » dans la réponse nomme chaque champ, ce qui ne va pas et ce qui conviendrait. Corrigez, puis renvoyez la requête.
problem-advice-429 = Attendez autant de secondes que l’indique l’en-tête Retry-After, puis renvoyez la requête.
problem-advice-500 = Renvoyez la requête avec la même Idempotency-Key : rien n’est fait deux fois. Si cela se répète, donnez la référence à l’assistance.
problem-advice-503 = Attendez autant de secondes que l’indique l’en-tête Retry-After, ou quelques-unes, puis renvoyez la requête avec la même Idempotency-Key : rien n’est fait deux fois.

## Historique
# $name (String): of what it is
history-title = Historique de { $name }
history-sub = Tout ce qui a été modifié, le plus récent d’abord.
history-more = { $count ->
    [one] et un autre changement
   *[other] et { $count } autres changements
}
history-none = Rien n’a encore été modifié
    .hint = Tout changement figurera ici : qui, quand, et ce qu’il y avait avant.
change-was = avant :
change-now = maintenant :
did-other = Modifié
changed-name = Nom
changed-state = État
changed-zone = Fuseau horaire
changed-locale = Langue

## How pieces are told apart
status-quality-control = Contrôle qualité
status-safety = Stock de sécurité
channel-till = Caisse
channel-pickup = Retrait en magasin
channel-online = Vente en ligne
posting-supplier-return = Retourné au fournisseur
tracking = Suivi
    .hint = Comment ses pièces sont distinguées. Modifiable seulement tant qu’aucun stock n’en serait mal distingué.
tracking-none = Sans suivi
    .hint = Toutes ses pièces sont identiques.
tracking-lot = Par lot
    .hint = Chaque mouvement indique son lot.
tracking-serial = Par numéro de série
    .hint = Chaque pièce a son numéro et se trouve à un seul endroit.
tracking-lot-expiry = Par lot, avec date limite
    .hint = Ce qui expire d’abord est vendu d’abord ; ce qui est expiré ne se vend pas.

## How pieces are told apart
## The name of a table that stands under a title of the same words
table-of = { $what }, en tableau
