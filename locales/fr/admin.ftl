### The words of the room `admin`: its pages, messages and errors.

## Accueil
home-empty-title = Commencez avec ce que vous avez
home-empty-text = Quatre étapes mènent du fichier de votre système actuel à un rayon compté.
home-morning = Bonjour, { $name }
home-afternoon = Bon après-midi, { $name }
home-evening = Bonsoir, { $name }
home-waiting = { $count ->
    [0] rien ne vous attend
    [one] une chose vous attend
   *[other] { $count } choses vous attendent
}
home-nothing = Rien ne vous attend
    .hint = Les comptages à vérifier, la marchandise en route et les fichiers à corriger apparaîtront ici.
home-today = Aujourd’hui
home-new-count = Nouveau comptage
home-figures = Chiffres clés
home-value = Valeur du stock au coût
    .note = au dernier coût de chacun
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
    [one] Les livres ne tombent pas juste : une ligne est fausse
   *[other] Les livres ne tombent pas juste : { $count } lignes sont fausses
}
home-negative = { $count ->
    [one] Un stock est inférieur à zéro
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

## Preuve des livres
proof-lead = Refait l’addition du grand livre depuis le premier mouvement et la compare à tout ce qui est tenu.
proof-now = Prouver maintenant
proof-under-way = Une preuve est en cours.
proof-none = Jamais prouvé
    .hint = Une preuve lit chaque mouvement et n’arrête le travail de personne.
proof-history = Preuves
proof-of = Preuve du { $time }
proof-clean = Les livres sont justes
    .text = Chaque contrôle est passé, sur chaque ligne.
proof-wrong = { $count ->
    [one] Une ligne est fausse
   *[other] { $count } lignes sont fausses
}
    .text = Les premières de chaque sorte sont ci-dessous. Stockroom ne permet pas de changer ces lignes : quelqu’un ou quelque chose a écrit dans la base elle-même.
proof-checks = Ce qui a été contrôlé
proof-check = Contrôle
proof-examined = Lignes lues
proof-took = Durée
proof-took-less = moins d’une seconde
proof-took-seconds = { $count ->
    [one] une seconde
   *[other] { $count } secondes
}
proof-outcome = Résultat
proof-right = Juste
proof-wrong-rows = { $count ->
    [one] 1 fausse
   *[other] { $count } fausses
}
proof-more = { $count ->
    [one] Une autre est fausse.
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
import-status-unknown = Ce n’est pas un état de stock. Écrivez available, damaged ou quarantine.
import-quantity-zero = Une vente de rien ne change rien. Indiquez la quantité, ou supprimez la ligne.
import-date-not-one = Ce n’est pas une date lisible. Écrivez-la sous la forme 2024-05-31 14:30.
import-date-other-order = Le jour et le mois sont inversés par rapport au reste du fichier.
import-duplicate-sku = Cette référence figure déjà à la ligne { $line }. Chaque variante a la sienne ; supprimez ou corrigez l’une des lignes.
import-duplicate-variant = La même variante figure déjà à la ligne { $line }, et aucune référence ne les distingue. Supprimez l’une des lignes ou donnez une référence à chacune.
import-duplicate-stock = Le stock de cette variante à cet endroit figure déjà à la ligne { $line }. Un seul peut être juste ; supprimez l’autre ligne.
import-picture-alone = Cette image appartient à un article dont toutes les lignes ont été refusées. Elle entrera avec elles une fois corrigées.
import-item-too-large = Cet article a plus de { $limit } lignes. Divisez-le en plusieurs articles.

## Imports : ce qui est dit d’une ligne acceptée
import-note-apostrophe = Une apostrophe en tête a été retirée : les tableurs s’en servent pour marquer du texte.
import-note-zero-lost = Conservé tel quel. Un zéro initial s’est peut-être perdu : avec lui, ce serait un code-barres valide.
import-note-barcode-shared = La ligne { $line } a le même code-barres. Un scan proposera les deux.
import-note-same-options = La ligne { $line } a les mêmes options sous une autre référence. Renommez l’une d’elles, sinon on ne peut les distinguer.
import-note-state-unknown = Cet état est inconnu et n’a pas été repris.

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

# The pager under the rows set aside, told apart from that of the changes.
import-aside-pages = Pages des lignes mises de côté
