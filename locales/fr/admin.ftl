### The words of the room `admin`: its pages, messages and errors.

## Accueil
home-empty-title = Commencez avec ce que vous avez
home-empty-text = Quatre étapes mènent du fichier de votre système actuel à un rayon compté.
home-morning = Bonjour, { $name }
home-afternoon = Bon après-midi, { $name }
home-evening = Bonsoir, { $name }
home-waiting = { $count ->
    [0] rien ne vous attend
    [one] { $count } chose vous attend
   *[other] { $count } choses vous attendent
}
home-nothing = Rien ne vous attend
    .hint = Les comptages à vérifier, la marchandise en route et les fichiers à corriger apparaîtront ici.
home-today = Aujourd’hui
home-new-count = Nouveau comptage
home-figures = Chiffres clés
home-figures-at = à { $time }
home-value = Valeur du stock, en route compris
home-value-through = valorisé jusqu’à { $time }
home-units = Unités en stock
    .note = sans ce qui est en route
home-variants = Variantes
    .note = non archivées
home-out = En rupture
    .note = étaient là, plus rien à vendre
    .anywhere = dans au moins un magasin
home-counts = Comptages ouverts
    .note = prévus, en cours ou à vérifier
home-moves = Mouvements du jour
home-moves-note = { $count ->
    [one] maximum en 14 jours : un
   *[other] maximum en 14 jours : { $count }
}
home-chart = Mouvements des 14 derniers jours
home-chart-day = Jour
home-chart-today = Auj.
home-chart-summary = Barres des mouvements par jour et par magasin. Le jour le plus chargé fut le { $day }, avec { $count }.
home-wrong = À regarder
home-look = Voir
home-proof-failed = { $count ->
    [one] Les livres ne tombent pas juste : { $count } ligne est fausse
   *[other] Les livres ne tombent pas juste : { $count } lignes sont fausses
}
home-negative = { $count ->
    [one] { $count } stock est inférieur à zéro
   *[other] { $count } stocks sont inférieurs à zéro
}
home-negative-fact = Il est sorti plus que ce qui était entré. Comptez, ou saisissez ce qui est arrivé.
home-review = Vérifier le comptage « { $name } »
home-review-do = Vérifier
home-transfer = Réceptionner le transfert { $code }
home-transfer-do = Réceptionner
home-to = vers
home-shipped = parti { $day }
home-import-ready = Importer { $name }
home-import-ready-fact = Contrôlé ; rien n’est écrit avant votre accord.
home-import-rows = { $count ->
    [one] Corriger une ligne de { $name }
   *[other] Corriger { $count } lignes de { $name }
}
home-import-rows-fact = Mises de côté ; tout le reste est entré.
home-import-rows-do = Corriger
home-count = Compter « { $name } »
home-count-do = Compter
home-steps = Premiers pas
home-step-done = Fait
home-step-store = Ouvrir votre premier magasin
    .text = Son fuseau horaire dit quand un jour finit ; ses emplacements disent où sont les choses.
    .do = Ouvrir un magasin
home-step-items = Reprendre vos articles
    .text = Prenez le fichier qu’exporte votre système actuel. Vous voyez ce qui changerait avant que rien ne change.
    .do = Importer un fichier
home-step-stock = Saisir ce qui est en rayon
    .text = Un import du stock le fait, ou une réception par livraison.
    .do = Réceptionner
home-step-count = Compter un rayon
    .text = Planifiez un comptage, parcourez-le avec un téléphone, approuvez les écarts.
    .do = Planifier un comptage

## Compte
account-title = Votre compte
account-role = Rôle
account-business = Entreprise
account-businesses = Entreprises
account-business-do = Travailler ici
account-profile = Vous
account-language-business = Comme l’entreprise
account-language-browser = Comme le navigateur le demande
account-password-current = Mot de passe actuel
account-password-new = Nouveau mot de passe
account-password-again = Nouveau mot de passe, encore une fois
account-password-hint = Au moins 12 caractères. Quatre mots sans rapport sont faciles à retenir et difficiles à deviner.
account-password-do = Changer le mot de passe
account-password-changed = Votre mot de passe est changé. Tous les autres appareils sont déconnectés.
account-everywhere = Se déconnecter partout
account-everywhere-text = Met fin à toutes vos sessions, sur cet appareil et sur tous les autres.
account-everywhere-do = Se déconnecter de tous les appareils
password-too-short = Un mot de passe a au moins { $min } caractères. Ajoutez un mot ou deux.
password-wrong = Ce n’est pas votre mot de passe actuel.
password-same = C’est votre mot de passe actuel. Choisissez-en un autre.
password-not-again = Ceci diffère du nouveau mot de passe ci-dessus. Tapez les deux à nouveau.
password-once = Notez-le ou transmettez-le maintenant : il n’est montré que cette fois et n’est gardé nulle part.
password-once-done = Je l’ai transmis

## Personnes
people-lead = Qui peut entrer, et ce que chacun peut faire ici.
people-add = Ajouter une personne
people-add-lead = Elle se connecte avec son e-mail et un premier mot de passe que vous lui transmettez.
people-add-effect = Elle peut entrer tout de suite.
people-add-do = Ajouter
people-email-hint = Qui travaille déjà ici dans une autre entreprise garde son mot de passe.
people-added = { $name } peut se connecter
people-added-known = { $email } peut entrer, avec son nom et son mot de passe habituels.
people-you = vous
people-joined = Ici depuis
people-state = Accès
people-disabled = Accès bloqué
people-role-legend = Ce qui est permis
people-role-do = Changer le rôle
people-role-changed = { $name } a un autre rôle, dès maintenant.
people-password = Mot de passe
    .text = Pour qui a oublié le sien. Il en reçoit un nouveau et est déconnecté partout.
people-password-do = Créer un nouveau mot de passe
people-password-set = { $name } a un nouveau mot de passe
people-disable = Bloquer l’accès
    .text = Déconnecte la personne aussitôt, sur tous ses appareils, et la tient hors de cette entreprise jusqu’à ce que vous rétablissiez l’accès.
people-disabled-done = L’accès de { $name } est bloqué.
people-enable = Rétablir l’accès
    .text = Avec le mot de passe et le rôle d’avant.
people-enabled-done = { $name } peut entrer à nouveau.
people-remove = Retirer de cette entreprise
    .text = Ce qui a été fait reste dans les historiques sous son nom. Vous pouvez l’ajouter à nouveau.
people-removed = { $name } n’est plus ici.
people-self = C’est vous. Un autre propriétaire peut changer votre rôle ou bloquer votre accès ; votre nom et votre mot de passe sont dans votre compte.
person-self = Vous ne pouvez pas vous faire cela. Demandez à un autre propriétaire.
person-last-owner = C’est le dernier propriétaire qui peut entrer. Nommez d’abord quelqu’un d’autre propriétaire.
person-elsewhere = Cette personne travaille aussi dans une autre entreprise : elle seule peut changer son mot de passe.
person-email-taken = Quelqu’un a déjà cette adresse.
member-already = Cette personne est déjà ici.

## Réglages
settings-stores =
    .note = Boutiques, entrepôts et leurs emplacements
settings-people =
    .note = Qui peut entrer, et faire quoi
settings-imports =
    .note = Fichiers d’autres systèmes
settings-verify =
    .note = Refait l’addition de chaque mouvement
settings-account =
    .note = Langue, apparence, mot de passe
settings-api = Interface de programmation
    .note = Sa description, pour les programmes
settings-business = Cette entreprise
settings-name = Nom
settings-language-hint = Pour qui n’en a choisi aucune.
settings-zone = Fuseau horaire
    .hint = Quand aucun magasin n’est en cause, par exemple Europe/Paris. Chaque magasin a le sien.
settings-currency = Devise
    .hint = Tous les coûts et prix y sont exprimés : elle reste.
settings-base = Début des liens dans les codes imprimés
    .hint = Par exemple https://id.example.com. L’imprimé ne se change plus : choisissez une adresse que vous garderez.
settings-one-person = Une seule personne fait tout
    .hint = Qui compte peut alors approuver lui-même, après un second regard et avec un motif. L’historique le signale.
one-person-owner = Seul un propriétaire peut changer cela : on pourrait approuver ses propres comptages.
public-base-https = Commencez par https://
public-base-host = Écrivez le nom de l’hôte en minuscules, par exemple id.example.com : sans port, sans numéro, sans identifiant.
public-base-path = Le chemin peut avoir des minuscules, des chiffres et des traits d’union, par exemple /boutique.

# $expected, $found (String) : montants ou quantités
proof-cost-differs = Le calcul donne { $expected } ; il est écrit { $found }.
# $expected, $found (String) : quantités
proof-cost-quantity-differs = Il s’y trouve { $expected } ; { $found } sont valorisés ou en attente.
## Preuve des livres
proof-lead = Refait l’addition du grand livre et la compare à tout ce qui est tenu.
proof-now = Prouver maintenant
proof-under-way = Une preuve est en cours.
proof-none = Jamais prouvé
    .hint = Une preuve lit chaque mouvement et n’arrête le travail de personne.
proof-history = Preuves
proof-of = Preuve du { $time }
proof-clean = Les livres sont justes
    .text = Chaque contrôle est passé, sur chaque ligne.
# $time (String): from when on
proof-clean-since = Ce qui a été enregistré depuis le { $time } est juste
    .text = Et tout ce qui en a été touché, depuis son premier mouvement. Ce qui n’a pas été regardé est indiqué plus bas.
proof-unseen = Pas regardé
proof-unseen-before = Ce qui a été enregistré avant, sauf pour le stock qui a bougé depuis.
proof-unseen-still = Le stock qui n’a pas bougé depuis : son solde, ce qui en est promis, ses lots et sa valeur.
proof-unseen-days = Les totaux des coûts par jour.
proof-unseen-own = Si tout ce que citent les livres appartient à cette entreprise.
proof-untouched = rien depuis
proof-start = Prouver les livres
proof-extent = Ce qui est prouvé
proof-extent-all = Tout
    .hint = Depuis le premier mouvement.
proof-extent-last = Depuis la dernière preuve sans erreur
    .hint = Ce qu’aucune preuve sans erreur n’a encore regardé. S’il n’y en a pas, ou si la dernière a trouvé une erreur : tout.
proof-extent-day = Depuis un jour
    .hint = Ce qui a été enregistré depuis, et tout ce qui en a été touché.
# $time (String): from when on
proof-extent-since = depuis le { $time }
proof-since-day = Jour
proof-wrong = { $count ->
    [one] { $count } ligne est fausse
   *[other] { $count } lignes sont fausses
}
    .text = Les premières de chaque sorte sont ci-dessous. Stockroom ne permet pas de changer ces lignes : quelqu’un ou quelque chose a écrit dans la base elle-même.
proof-checks = Ce qui a été contrôlé
proof-check = Contrôle
proof-examined = Lignes lues
proof-took = Durée
proof-took-less = moins d’une seconde
proof-took-seconds = { $count ->
    [one] { $count } seconde
   *[other] { $count } secondes
}
proof-outcome = Résultat
proof-right = Juste
proof-wrong-rows = { $count ->
    [one] { $count } fausse
   *[other] { $count } fausses
}
proof-more = { $count ->
    [one] { $count } autre est fausse.
   *[other] { $count } autres sont fausses.
}
proof-what = Ce qui est faux
proof-key = Où
proof-seq = Numéro d’ordre
proof-posting = Écriture
proof-operation = Écrit par

proof-sequence = Numéros d’ordre
    .hint = Les mouvements d’un article à un emplacement sont numérotés sans trou, et chaque solde découle du précédent.
proof-chain = Chaîne des mouvements
    .hint = Chaque mouvement porte l’empreinte du précédent.
proof-balance = Soldes
    .hint = Ce qui est tenu pour en stock est ce qu’a laissé le dernier mouvement.
proof-double-entry = Partie double
    .hint = Ce qu’une écriture prend à un emplacement, elle le porte à un autre.
proof-posting-hash = Écritures
    .hint = L’empreinte de chaque écriture couvre tout ce qu’elle dit et tous ses mouvements.
proof-promise = Promesses
    .hint = Ce qu’un magasin peut vendre est ce qui est disponible dans ses emplacements.
proof-reserved = Réservé
    .hint = Ce qui est promis de chaque article est ce qui reste ouvert de ses réservations.
proof-shortage = Manques
    .hint = Ce qui est promis au-delà du stock est signalé comme manquant.
proof-cost-entries = Écritures de valeur
    .hint = Chaque écriture laisse ce que laissait la précédente, plus elle-même.
proof-cost-pools = Valeur du stock
    .hint = La valeur du stock est la somme de ses écritures, et de ce qui reste de ses couches.
proof-cost-layers = Couches de coût
    .hint = De chaque couche est sorti exactement ce qui y est entré, à son reste près.
proof-cost-quantity = Stock valorisé
    .hint = Ce qui est valorisé, ou attend de l’être, est ce qui se trouve dans les magasins.
proof-cost-days = Coûts par jour
    .hint = Les totaux de chaque jour sont ceux de ses écritures.
proof-floor = Rien sous zéro
    .hint = Aucun emplacement n’est sous zéro, sauf là où c’est permis ou si un comptage le dit.
proof-transit = En route
    .hint = Ce qui est en route vers chaque magasin est ce que disent ses transferts.
proof-own = Tout lui appartient
    .hint = Ce que citent les livres, magasins, emplacements, articles, lots, appartient à cette entreprise.
proof-late = Enregistré tard
    .hint = Ce qui a été enregistré après coup est noté, avec le moment où c’est arrivé.
proof-counted = Compté
    .hint = Un emplacement est dit compté quand l’a compté le dernier comptage qui vaut.
proof-seal = Sceaux
    .hint = Chaque sceau est signé par ce système, nomme le précédent et couvre ses lignes.
proof-sealed-rows = Lignes scellées
    .hint = Chaque écriture est scellée ou va l’être, et aucune ligne scellée ne manque.
proof-audit = Historiques
    .hint = Qui a fait quoi est tel que ce fut écrit.

proof-sequence-gap = Le numéro { $expected } devrait être ici ; c’est { $found }.
proof-running-balance = Après ce mouvement le solde devrait être { $expected } ; il est écrit { $found }.
proof-hash = L’empreinte devrait commencer par { $expected } ; il est écrit { $found }. Quelque chose dans cette ligne a été changé.
proof-balance-differs = D’après le grand livre il devrait y avoir { $expected } ; il est tenu { $found }.
proof-balance-orphan = { $found } sont tenus pour en stock, mais rien n’a jamais bougé ici.
proof-balance-missing = D’après le grand livre il devrait y avoir { $expected } ; rien n’est tenu.
proof-legs-missing = Cette écriture a { $found } mouvements ; elle fut écrite avec { $expected }.
proof-not-balanced = Les mouvements d’une ligne font { $found }, et non { $expected }.
proof-legs-orphan = Ces mouvements n’appartiennent à aucune écriture.
proof-promise-differs = { $expected } sont disponibles dans le magasin ; d’après sa ligne { $found } peuvent être vendus.
proof-reserved-differs = { $expected } restent ouverts des réservations ; la ligne dit { $found } promis.
proof-shortage-differs = { $expected } sont promis en trop ; { $found } sont signalés comme manquants.
proof-below-floor = { $found } là où rien ne peut être sous zéro.
proof-transit-differs = { $expected } sont en route selon le grand livre ; les transferts disent { $found }.
proof-late-differs = D’un enregistrement tardif, le mouvement dit { $expected }, sa note { $found }.
proof-of-nobody = Ici est cité quelque chose que cette entreprise n’a pas.
proof-late-orphan = Une note d’enregistrement tardif n’a pas de mouvement.
proof-counted-differs = Compté en dernier le { $expected } ; il est écrit { $found }.
proof-seal-missing = Un sceau avant le numéro { $number } manque ou fut remplacé.
proof-seal-forged = Le sceau { $number } n’est pas signé par la clé de ce système.
proof-seal-broken = Les lignes sous le sceau { $number } ne sont pas celles sur lesquelles il fut fait.
proof-row-changed = Cette ligne a été changée après son écriture.
proof-row-gone = Une ligne scellée a disparu.

## The words of the room `admin`: its pages, messages and errors.

## Imports : ce qui ne va pas dans un fichier
import-file-empty = Ce fichier est vide. Exportez-le de nouveau et vérifiez qu’il contient des lignes.
import-file-no-rows = Ce fichier a des noms de colonnes, mais aucune ligne en dessous. Exportez-le de nouveau avec ses lignes.
import-file-spreadsheet = C’est un classeur ({ $kind }), pas un fichier CSV. Ouvrez-le, choisissez « Enregistrer sous » puis « CSV UTF-8 », et importez ce fichier.
import-file-pdf = C’est un document PDF. Il ne peut pas être lu comme un tableau : exportez plutôt les données en CSV.
import-file-archive = C’est une archive compressée ({ $kind }). Décompressez-la et importez le fichier CSV qu’elle contient.
import-file-picture = C’est une image ({ $kind }), pas un tableau. Choisissez le fichier CSV exporté par votre système.
import-file-markup = C’est du { $kind }, pas du CSV, quel que soit son nom. Ouvrez-le dans un tableur et enregistrez-le en « CSV UTF-8 ».
import-file-binary = Ce n’est pas un fichier texte : la ligne { $line } contient des octets qu’aucun texte ne contient. Enregistrez le tableau en « CSV UTF-8 » et réessayez.
import-file-unreadable = Le fichier n’a pas pu être lu jusqu’au bout. Envoyez-le de nouveau.
import-file-one-column = Une seule colonne a été trouvée. Les colonnes doivent être séparées par une virgule, un point-virgule, une tabulation ou une barre verticale.
import-file-too-many-columns = Ce fichier a { $count } colonnes ; on peut en lire { $limit }. Supprimez celles qui ne servent pas.
import-file-too-many-rows = Ce fichier a plus de { $limit } lignes. Divisez-le et importez les parties l’une après l’autre.
import-columns-missing = Indiquez les colonnes à lire : rien n’est associé à { $columns }.
import-mapping-stale = L’association enregistrée lit une colonne « { $column } » que ce fichier n’a pas. Associez de nouveau les colonnes.
import-not-this-source = Ce n’est pas un fichier de { $wanted } ; il ressemble à { $found }. Choisissez la bonne source, ou laissez-la détecter.
import-not-this-kind = Un fichier de { $found } ne peut pas être importé comme { $wanted ->
    [catalog] articles
    [inventory] stock
   *[other] ventes
}. Choisissez ce qu’il contient.
import-kind-unclear = Les colonnes ne disent pas si ce fichier contient des articles, du stock ou des ventes. Choisissez.
import-dates-ambiguous = Dans la colonne « { $column } », chaque date peut se lire de deux façons : « { $sent } » est { $first } ou { $second }. Dites laquelle est la bonne.
import-dates-mixed = Dans la colonne « { $column } », certaines dates commencent par le jour (« { $first } »), d’autres par le mois (« { $second } »). Dites ce qui est juste, ou écrivez-les toutes de la même façon.

## Imports : ce qui ne va pas dans une ligne
import-row-too-many-cells = Cette ligne a { $cells } cellules, mais il y a { $columns } colonnes. Un texte qui contient le séparateur doit être entre guillemets.
import-row-too-few-cells = Cette ligne a { $cells } cellules, mais il y a { $columns } colonnes. Un saut de ligne dans un texte l’a peut-être coupée.
import-row-total = Cela ressemble au total du tableau : laissez cette ligne de côté.
import-quote-unclosed = Un guillemet ouvre ici un texte et aucun ne le ferme. Ajoutez le guillemet fermant, ou doublez celui qui fait partie du texte.
import-cell-too-long = Une cellule de cette ligne dépasse { $limit } ko. Raccourcissez-la ; ou bien il manque un guillemet.
import-text-too-long = C’est trop long. Nombre maximal de caractères : { $limit }.
import-text-control = Ce texte contient des caractères de contrôle invisibles. Saisissez-le de nouveau.
import-text-damaged = Certaines lettres sont abîmées (�). Exportez de nouveau le fichier en UTF-8, ou ressaisissez le texte.
import-key-missing = Rien n’indique de quel article il s’agit. Indiquez sa référence ou son code-barres, ou dans une liste d’articles son nom.
import-location-missing = Cette ligne ne dit pas où se trouve le stock. Indiquez l’emplacement.
import-quantity-missing = Indiquez la quantité.
import-date-missing = Indiquez la date de la vente.
import-code-shortened = Un tableur a raccourci ce code et ses derniers chiffres sont perdus. Mettez-y la colonne au format texte et saisissez de nouveau le code.
import-code-decimals = Un programme a pris ce code pour un nombre et a ajouté des décimales. Supprimez-les.
import-code-formula = Une formule se trouve ici à la place d’un code. Écrivez le code lui-même.
import-cell-error = Un tableur n’a pas pu calculer cette valeur et a écrit une erreur à la place. Écrivez ce qui convient, ou videz la cellule.
import-barcode-check-digit = Le dernier chiffre de { $code } ne s’accorde pas avec les autres ; ce devrait être { $expected }. Comparez avec le produit : un autre chiffre peut être faux.
import-barcode-invalid = Ce ne peut pas être un code-barres : il dépasse { $limit } caractères ou en contient d’invisibles.
import-number-not-one = Ce n’est pas un nombre. Écrivez-le en chiffres, sans mots ni unités.
import-number-other-style = Le séparateur décimal n’est pas celui du reste de la colonne. Écrivez tous les nombres d’une colonne de la même façon.
import-number-ambiguous = Cela peut se lire de deux façons : { $first } ou { $second }. Écrivez-le sans séparateur de milliers, ou indiquez le séparateur décimal du fichier.
import-number-too-large = Ce nombre est trop grand. Vérifiez s’il a des chiffres en trop, ou si un code-barres est dans la mauvaise colonne.
import-number-too-fine = Nombre maximal de décimales : { $limit }. Arrondissez le nombre.
import-price-negative = Un prix ou un coût ne peut pas être négatif.
import-stock-negative = Il ne peut y avoir moins que rien en rayon : on a vendu plus qu’on n’a enregistré. Comptez et écrivez ce qu’il y a, ou 0.
import-stock-fraction = Cet article est géré en pièces entières. Écrivez un nombre entier.
import-status-unknown = Ce n’est pas un état de stock. Écrivez available, damaged, quarantine, quality_control ou safety.
import-pair-not-one = « { $piece } » n’est pas un nom suivi d’une valeur. Écrivez nom=valeur, et une barre verticale (|) entre plusieurs.
import-pack-not-one = « { $piece } » n’est pas un conditionnement suivi de son code-barres. Écrivez l’unité, la quantité et le code, par exemple case 12=14006381333931.
import-quantity-zero = Une vente de rien ne change rien. Indiquez la quantité, ou supprimez la ligne.
import-sale-kind-unknown = Cela ne dit pas si la marchandise est partie, revenue, ou si la ligne a été annulée. Écrivez vente, retour ou annulé ; ou ne faites pas lire cette colonne.
import-refund-unclear = Une quantité positive à un prix négatif : si de la marchandise est revenue, le signe moins va à la quantité et non au prix.
import-date-not-one = Ce n’est pas une date lisible. Écrivez-la sous la forme 2024-05-31 14:30.
import-date-other-order = Le jour et le mois sont inversés par rapport au reste du fichier.
import-duplicate-sku = Cette référence figure déjà à la ligne { $line }. Chaque variante a la sienne ; supprimez ou corrigez l’une des lignes.
import-duplicate-variant = La même variante figure déjà à la ligne { $line }, et aucune référence ne les distingue. Supprimez l’une des lignes ou donnez une référence à chacune.
import-duplicate-stock = Le stock de cette variante à cet endroit figure déjà à la ligne { $line }. Un seul peut être juste ; supprimez l’autre ligne.
import-picture-alone = Cette image appartient à un article dont toutes les lignes ont été refusées. Elle entrera avec elles une fois corrigées.
import-item-too-large = Cet article a plus de { $limit } lignes. Divisez-le en plusieurs articles.

## Imports : ce qui est dit d’une ligne acceptée
import-note-apostrophe = Une marque de texte des tableurs (apostrophe en tête ou ="…") a été retirée.
import-note-zero-lost = Conservé tel quel. Un zéro initial s’est peut-être perdu : avec lui, ce serait un code-barres valide.
import-note-barcode-shared = La ligne { $line } a le même code-barres et le garde ; cette ligne entre sans lui.
import-note-same-options = La ligne { $line } a les mêmes options sous une autre référence. Renommez l’une d’elles, sinon on ne peut les distinguer.
import-note-state-unknown = Cet état est inconnu et n’a pas été repris.
import-note-sale-kind-unknown = Ce mot est inconnu. La ligne a été lue d’après sa quantité : au-dessus de 0 vendue, en dessous revenue.

## Imports : les champs qu’une colonne peut remplir
import-field-sku = Référence
import-field-barcode = Code-barres
import-field-name = Nom de l’article
import-field-variant-name = Nom de la variante
import-field-description = Description
import-field-brand = Marque
import-field-category = Catégorie
import-field-tags = Étiquettes
import-field-state = État
import-field-archived = Archivé
import-field-option1-name = Option 1 : nom
import-field-option1-value = Option 1 : valeur
import-field-option2-name = Option 2 : nom
import-field-option2-value = Option 2 : valeur
import-field-option3-name = Option 3 : nom
import-field-option3-value = Option 3 : valeur
import-field-axis = Option nommée par sa colonne
import-field-price = Prix de vente
import-field-cost = Coût d’achat
import-field-currency = Devise
import-field-supplier = Fournisseur
import-field-supplier-code = Référence du fournisseur
import-field-image = Lien de l’image
import-field-attributes = Attributs (nom=valeur)
import-field-packs = Codes-barres de conditionnements (case 12=code)
import-field-supplier-codes = Autres références fournisseur (fournisseur=référence)
import-field-variant-image = Lien de l’image de la variante
import-field-unit = Unité
import-field-group = Code ou identifiant de l’article
import-field-external-id = Identifiant dans l’autre système
import-field-stockable = Géré en stock
import-field-location = Magasin ou entrepôt
import-field-bin = Casier
import-field-stock-status = État du stock
import-field-on-hand = En stock
import-field-new-on-hand = Nouveau stock
import-field-receipt = Numéro de ticket
import-field-quantity = Quantité vendue
import-field-unit-price = Prix unitaire
import-field-sold-at = Date de vente
import-field-sold-time = Heure de vente
import-field-customer = Client
import-field-sale-kind = Type de vente
import-field-voided = Annulé
import-field-product-kind = Type de produit

# The pager under the rows set aside, told apart from that of the changes.
import-aside-pages = Pages des lignes mises de côté

## Imports: the pages

import-item-unknown = Aucun article n’est connu sous ce nom. Importez d’abord les articles, ou corrigez.
import-item-several = Plusieurs articles répondent à cela. Indiquez une référence que l’un d’eux est seul à porter.
import-item-archived = Cet article est archivé, et du stock y entrerait. Remettez-le d’abord en service, ou laissez la ligne de côté.
import-bin-unknown = Le magasin n’a pas d’emplacement « { $place } », et aucun ne peut être créé sous ce nom. Indiquez le code d’un emplacement.
import-stock-stale = Le stock a bougé depuis la création de ce fichier : il est ici de { $ours } à présent. Rien n’a été modifié.
import-sale-short = { $wanted } ont été vendus, mais seulement { $available } sont enregistrés. Réceptionnez ou comptez ce qu’il y avait, puis réessayez.
import-currency-other = Ce prix est en { $currency } ; ici les prix sont en { $ours }. Convertissez-le.
import-note-unit-unknown = L’unité « { $unit } » n’est pas connue et a été laissée telle quelle.
import-not-now = Impossible pour l’instant : l’import est { $state ->
    [uploading] encore en cours d’envoi
    [checking] en cours de vérification
    [asking] en attente d’une réponse
    [ready] vérifié mais pas encore lancé
    [running] en cours
    [done] terminé
    [failed] abandonné
    [undoing] en cours d’annulation
    [undone] annulé
   *[discarded] abandonné par vous
}.
import-file-too-large = Ce fichier dépasse { $limit } Mo. Divisez-le et importez les parties l’une après l’autre.
import-file-missing = Choisissez d’abord un fichier.
import-places-unknown = { $count ->
    [one] { $count } lieu de ce fichier n’est pas encore un magasin ici. Dites de quel magasin il s’agit.
   *[other] { $count } lieux de ce fichier ne sont pas encore des magasins ici. Dites de quels magasins il s’agit.
}
import-store-missing = Des lignes de ce fichier n’indiquent pas leur magasin. Choisissez-le.
import-gave-up = Le travail a été abandonné après plusieurs essais. Rien n’est fait à moitié : réessayez, il reprend où il s’est arrêté.
import-moved-meanwhile = Le stock bougeait pendant l’écriture. Réessayez.
import-undo-stock-gone = { $wanted } ont été importés, mais il n’en reste que { $available } là où ils ont été mis.
import-undo-counted = Compté depuis : ce qui a été compté reste.
import-undo-touched = Cela a été modifié depuis, et reste donc tel quel.
# $place (String), $to (String): où c’était ; où c’est revenu
import-undo-elsewhere = C’est revenu à { $to } : { $place } a été archivé depuis.
import-undo-store-archived = Son magasin a été archivé depuis, cela reste donc tel quel.
import-undo-kept = Ce qui a été ajouté ici reste : { $field }.
import-title = Imports
import-sub = Faites entrer vos articles, stocks et ventes sous forme de fichiers, et ressortez-les.
import-upload-title = Importer un fichier
import-upload-label = Fichier CSV
import-upload-hint = Exports de Shopify et de Square, les nôtres, ou tout tableau enregistré en CSV ; { $limit } Mo au plus. Vous voyez ce qui changerait avant que rien ne soit écrit.
import-upload-do = Envoyer et vérifier
import-list-title = Imports précédents
import-list-empty-title = Rien d’importé pour l’instant
import-list-empty-text = Exportez vos articles et votre stock du système que vous utilisez aujourd’hui, et choisissez le fichier ci-dessus.
import-col-file = Fichier
import-col-holds = Contient
import-col-state = État
import-col-written = Écrites
import-col-aside = Mises de côté
import-col-by = Par
import-col-when = Quand
import-kind-catalog = Articles
import-kind-inventory = Stock
import-kind-sales = Ventes
import-kind-both = Articles et stock
import-state-uploading = Envoi interrompu
import-state-checking = Vérification
import-state-asking = Pose une question
import-state-ready = Prêt à importer
import-state-running = Import en cours
import-state-done = Terminé
import-state-failed = Non lu
import-state-stopped = Abandonné
import-state-undoing = Annulation en cours
import-state-undone = Annulé
import-state-discarded = Abandonné
import-source-shopify-products = Produits Shopify
import-source-shopify-inventory = Stock Shopify
import-source-square-library = Catalogue Square
import-source-woocommerce = Produits WooCommerce
import-source-stockroom = un export de Stockroom
import-source-generic = un tableau
export-title = Sortir des fichiers
export-text = Chacun peut être réimporté et ne change rien tant que vous n’y changez rien.
export-catalog = Les articles
export-inventory = Stock par emplacement
export-shopify-inventory = Stock pour Shopify
import-steps = Étapes de l’import
import-step-upload = Envoi
import-step-options = Réglages
import-step-check = Vérification
import-step-import = Importation
import-check-title = À vérifier avant tout changement
import-read-as = { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
} · lu comme { $source }
import-discard = Abandonner l’import
import-tally-new = Nouveaux
import-tally-changed = Modifiés
import-tally-unchanged = Inchangés
import-tally-refused = Mises de côté
import-tally-stock = Quantité en stock
import-tally-units = unités
import-tally-value = Valeur au coût
import-aside-line = Ligne { $line }
import-aside-right = Serait juste : { $value }
import-told-both = Le fichier contient des articles et leur stock : les deux sont importés à la fois. Pour n’en importer qu’un, choisissez-le sous « Il contient ».
import-told-not-known = { $count ->
    [one] { $count } ligne ne dit rien du stock (vide, ou non suivi). Il n’est pas connu, ce qui n’est pas 0, et rien ne change.
   *[other] { $count } lignes ne disent rien du stock (vide, ou non suivi). Il n’est pas connu, ce qui n’est pas 0, et rien ne change.
}
import-told-not-stock = { $count ->
    [one] { $count } ligne n’est pas du stock : port, frais, remises.
   *[other] { $count } lignes ne sont pas du stock : port, frais, remises.
}
import-told-left-out = { $count ->
    [one] { $count } ligne concerne un lieu laissé de côté.
   *[other] { $count } lignes concernent des lieux laissés de côté.
}
import-told-stale = { $count ->
    [one] { $count } ligne est périmée : le stock a bougé depuis la création du fichier.
   *[other] { $count } lignes sont périmées : le stock a bougé depuis la création du fichier.
}
import-told-short = { $count ->
    [one] { $count } vente dépasse ce qui était enregistré.
   *[other] { $count } ventes dépassent ce qui était enregistré.
}
import-told-bins = { $count ->
    [one] { $count } emplacement nommé par le fichier est créé dans son magasin.
   *[other] { $count } emplacements nommés par le fichier sont créés dans leurs magasins.
}
import-told-unread = Non lues : { $columns }.
import-told-before = Le même fichier a déjà été importé.
import-told-before-link = Voir cet import
import-note-rows = { $count ->
    [one] ligne { $lines }
   *[other] { $count } lignes : { $lines }
}
import-aside-title = { $count ->
    [one] { $count } ligne est mise de côté
   *[other] { $count } lignes sont mises de côté
}
import-aside-text = Les autres lignes n’attendent pas celles-ci. Corrigez-les ici, ou dans le fichier que vous réimportez : les lignes déjà importées sont reconnues.
import-aside-download = Télécharger avec les raisons
import-aside-suggestions = { $count ->
    [one] Accepter la suggestion
   *[other] Accepter les { $count } suggestions
}
import-aside-caption = Lignes mises de côté, avec ce qui ne va pas et ce qui irait
import-col-row = Ligne
import-col-column = Colonne
import-col-sent = Envoyé
import-col-wrong = Ce qui ne va pas
import-col-right = Ce qui irait
import-col-decision = Décision
import-row-empty = (vide)
import-row-whole = Toute la ligne
import-row-right = Valeur correcte pour la ligne { $row }, { $column }
import-row-use = Utiliser
import-row-skip = Ignorer
import-row-back = Reprendre
import-row-skip-label = Ignorer la ligne { $row }
import-row-use-label = Utiliser pour la ligne { $row }
import-row-mended = Entre au prochain passage
import-row-passed = Laissée de côté
import-changes-title = { $count ->
    [0] Aucune ligne ne sera écrite
    [one] { $count } ligne sera écrite
   *[other] { $count } lignes seront écrites
}
import-changes-undone-title = { $count ->
    [one] { $count } ligne écrite, puis reprise
   *[other] { $count } lignes écrites, puis reprises
}
import-changes-done-title = { $count ->
    [0] Aucune ligne n’a été écrite
    [one] { $count } ligne a été écrite
   *[other] { $count } lignes ont été écrites
}
import-changes-caption = Ce qui change, anciennes et nouvelles valeurs
import-changes-views = Quels changements
import-changes-all = Tous
import-changes-new = Nouveaux
import-changes-changed = Modifiés
import-changes-stock = Quantités
import-changes-none = Les ventes ne sont pas listées une à une ; les chiffres ci-dessus sont les leurs.
import-col-item = Article
import-col-what = Ce qui change
import-col-now = Maintenant
import-col-becomes = devient
import-col-after = Après l’import
import-change-new = Nouvel article
import-change-nothing = pas encore là
import-change-not-known = inconnu
import-change-unpriced = sans prix
import-change-on-hand = { $store }, en stock
import-change-price = Prix
import-change-cost = Coût
import-change-name = Nom
import-change-description = Description
import-change-brand = Marque
import-change-category = Catégorie
import-change-unit = Unité
import-change-whole = Unités entières
import-change-state = État
import-change-axes = Axes de variantes
import-change-options = Variante
import-change-sku = Référence
import-change-barcode = Code-barres
import-change-supplier-code = Code du fournisseur
import-change-image-links = Liens d’images
import-nothing-written = Rien n’a encore été écrit.
import-can-be-undone = Un import peut être annulé.
import-do = { $count ->
    [one] Importer { $count } ligne
   *[other] Importer { $count } lignes
}
import-options = Réglages
import-do-mended = { $count ->
    [one] Importer { $count } ligne corrigée
   *[other] Importer { $count } lignes corrigées
}
import-options-title = Ce que contient ce fichier
import-options-sub = Ce qui a été reconnu est rempli. Changez ce qui est faux, et faites revérifier.
import-option-auto = Reconnu
import-option-auto-found = Reconnu : { $found }
import-option-kind = Il contient
import-option-source = Il vient de
import-option-dates = Les dates commencent par
import-dates-day-first = le jour
import-dates-month-first = le mois
import-option-decimal = Les décimales sont séparées par
import-decimal-point = un point
import-decimal-comma = une virgule
import-option-delimiter = Les colonnes sont séparées par
import-delimiter-comma = une virgule
import-delimiter-semicolon = un point-virgule
import-delimiter-tab = une tabulation
import-delimiter-bar = une barre verticale
import-option-encoding = Les lettres sont écrites en
import-option-encoding-hint = Seulement si des lettres semblent fausses.
import-option-store = Les lignes sans lieu concernent
import-option-choose-store = Choisissez un magasin
import-option-overwrite = Là où le stock est différent ici
import-overwrite-keep = le laisser, et mettre la ligne de côté
import-overwrite-set = le mettre à celui du fichier
import-columns-title = Colonnes
import-columns-caption = Les colonnes du fichier, leurs premières valeurs, et ce qu’on y lit
import-col-values = Premières valeurs
import-col-field = Lu comme
import-column-none = Non lue
import-column-field = Ce qu’est la colonne { $column }
import-places-title = Lieux
import-places-text = Le fichier les nomme. Les lignes d’un lieu vont au magasin que vous choisissez.
import-places-caption = Lieux du fichier et magasins correspondants
import-col-location = Dans le fichier
import-col-rows = Lignes
import-col-store = Magasin
import-place-choose = Choisir
import-place-skip = Laisser ces lignes de côté
import-place-create = Ouvrir un nouveau magasin de ce nom
import-place-store = Magasin pour { $place }
import-options-do = Revérifier
import-checking-title = Vérification de { $file }
import-running-title = Import de { $file }
import-undoing-title = Annulation de { $file }
import-busy-text = Vous pouvez fermer cette page : le travail continue, et ce qui est fait n’est pas perdu.
import-busy-wait = Attend son tour …
import-busy-progress = { $done } lignes sur { $total }
import-busy-again = Regarder à nouveau
import-failed-title = Ce fichier n’a pas pu être importé
import-stopped-title = Cet import n’est pas terminé
import-undo-stopped-title = L’annulation n’est pas terminée
# $count (Number) : lignes
import-partly-written = { $count ->
    [one] { $count } ligne a été écrite.
   *[other] { $count } lignes ont été écrites.
} Continuez pour écrire le reste, ou annulez l’import.
import-failed-again = Choisir un autre fichier
import-retry = Réessayer
import-go-on = Continuer
import-done-title = Le fichier est importé
import-done-sub = { $when }, par { $by }
import-undo = Annuler cet import
import-undo-title = Annuler cet import ?
import-undo-text = Le stock apporté est repris par des contre-écritures, ligne par ligne ; rien n’est supprimé. Les nouveaux articles sont archivés, les valeurs modifiées rétablies, là où personne n’y a touché depuis. Ce qui ne peut être repris est signalé.
import-undo-do = Annuler l’import
import-undone-title = L’import est annulé
import-kept-title = { $count ->
    [one] { $count } chose n’est pas comme avant
   *[other] { $count } choses ne sont pas comme avant
}
import-kept-caption = Ce qui n’est pas comme avant, et pourquoi
import-col-why = Pourquoi
import-discarded-title = Cet import a été abandonné
import-discarded-text = Rien n’a été écrit, et le fichier est supprimé.
import-flash-discarded = L’import a été abandonné. Rien n’a été écrit.
import-flash-suggestions = Suggestions acceptées. Elles entrent au prochain passage.
import-uploading-title = Cet envoi a été interrompu
import-uploading-text = Le fichier n’est pas arrivé en entier. Importez-le à nouveau.
import-upload-failed = L’envoi a été interrompu. Importez le fichier à nouveau.

## Historique des personnes, imports et réglages
did-admin-add-person = Accès accordé
did-admin-change-role = Rôle modifié
did-admin-disable-person = Accès bloqué
did-admin-enable-person = Accès rétabli
did-admin-reset-password = Nouveau mot de passe créé
did-admin-remove-person = Retrait de cette entreprise
did-admin-edit-account = Compte modifié
did-admin-change-password = Mot de passe personnel changé
changed-person-name = Nom
changed-email = Adresse e-mail
changed-role = Rôle
changed-theme = Apparence
did-admin-begin-import = Fichier envoyé
did-admin-start-import = Import lancé
did-admin-mend-row = Ligne corrigée
did-admin-pass-over-row = Ligne laissée de côté
    .back = Ligne reprise
did-admin-take-suggestions = Suggestions acceptées
changed-cells = Corrigé
changed-rows = Lignes corrigées
did-admin-run-mended = Import des lignes corrigées lancé
did-admin-end-import-run = Import terminé
did-admin-discard-import = Import abandonné
did-admin-undo-import = Annulation lancée
did-admin-end-import-undo = Import annulé
did-admin-sweep-import = Fichier effacé
changed-file = Fichier
changed-new = Nouvelles lignes
changed-changed = Lignes modifiées
changed-aside = Lignes mises de côté
did-admin-change-settings = Réglages modifiés
changed-public-base = { settings-base }
changed-one-person = { settings-one-person }
proof-serial = Pièces
    .hint = Chaque pièce numérotée est à un endroit ou nulle part, et sa ligne dit où.
proof-lot = Lots suivis
    .hint = Chaque lot liste ses mouvements, et ce qui est suivi est distingué.
proof-serial-twice = Cette pièce est là { $found } fois.
proof-serial-astray = Cette pièce est ailleurs que ne le dit sa ligne.
proof-lot-list = Ce mouvement et la liste de son lot ne concordent pas.
proof-lot-untold = Le stock de cet article n’est pas distingué comme l’article l’exige.
import-stock-tracked = Cet article est suivi par lots ou numéros de série : réceptionnez-le, comptez-le ou corrigez-le avec eux.
import-sale-tracked = Cet article est suivi, et le fichier n’indique ni lot ni pièce. Saisissez-le à la main.
import-kit = Ceci est un lot composé, qui n’a pas de stock propre. Indiquez ses composants.
