### The words of the room `stock`: its pages, messages and errors.

## Stock
stock-title = Stock disponible
stock-search = Nom, référence, code-barres
item = Article
item-sku = Référence
on-hand = En stock
promised = Promis
available = Disponible
store = Magasin
quantity = Quantité
unit-cost = Coût unitaire
delivery-note = Bon de livraison
why-number = Pourquoi { $number } ?
errors-title = Il reste quelque chose à corriger

## Réception
receive-title = Réceptionner
receive-sub = Ce qui est arrivé sans commande.
receive-do = Réceptionner
receive-effect = Augmente le stock. Rien n’est commandé ni payé.
receive-done = { $quantity } réceptionnés.

## Ce qui peut ne pas aller
stock-insufficient = Il n’y en a que { $available } ici ; on ne peut pas en prendre { $wanted }.
variant-unknown = Cet article n’existe pas ici.
lines-none = Ajoutez au moins une ligne.
lines-too-many = { $max ->
    [one] Une ligne au plus.
   *[other] { $max } lignes au plus. Au-delà, importez un fichier.
 }
posting-already-reversed = Ceci a déjà été annulé.
posting-is-a-reversal = Ceci est déjà une annulation et ne peut pas être annulé. Saisissez-le à nouveau.
store-code-invalid = Le code d’un magasin compte 2 à 16 majuscules, chiffres ou traits d’union, par exemple PARIS.
store-code-taken = Un autre magasin porte ce code.
location-code-invalid = Le code d’un emplacement compte jusqu’à 32 lettres, chiffres, points, traits d’union ou de soulignement, par exemple F3-02.
location-code-taken = Un autre emplacement de ce magasin porte ce code.
zone-unknown = Ce fuseau horaire n’existe pas. Exemple : Europe/Paris.
