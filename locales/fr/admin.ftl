### The words of the room `admin`: its pages, messages and errors.

## Accueil
home-empty-title = Commencez par ce que vous avez
home-empty-text = Importez le fichier exporté de votre système actuel, ou saisissez vos premiers articles.

## Compte
account-title = Votre compte
account-role = Rôle
account-business = Entreprise
account-everywhere = Se déconnecter partout
account-everywhere-text = Met fin à toutes vos sessions, sur cet appareil et sur tous les autres.
account-everywhere-do = Se déconnecter de tous les appareils

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
