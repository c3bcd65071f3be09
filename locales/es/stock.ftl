### The words of the room `stock`: its pages, messages and errors.

## Existencias
stock-title = Existencias
stock-search = Nombre, referencia, código de barras
item = Artículo
item-sku = Referencia
on-hand = En existencia
promised = Comprometido
available = Disponible
store = Tienda
quantity = Cantidad
unit-cost = Coste por unidad
delivery-note = Albarán
why-number = ¿Por qué { $number }?
errors-title = Hay algo que corregir

## Entrada de mercancía
receive-title = Recibir mercancía
receive-sub = Lo que llegó sin pedido.
receive-do = Recibir
receive-effect = Aumenta las existencias. No se pide ni se paga nada.
receive-done = { $quantity } recibidos.

## Qué puede estar mal
stock-insufficient = Aquí solo hay { $available }; no se pueden sacar { $wanted }.
variant-unknown = Este artículo no existe aquí.
lines-none = Añada al menos una línea.
lines-too-many = { $max ->
    [one] Cabe una línea como máximo.
   *[other] Caben { $max } líneas como máximo. Lo que sea mayor se importa como archivo.
 }
posting-already-reversed = Esto ya se deshizo.
posting-is-a-reversal = Esto ya deshace otra cosa y no se puede deshacer. Regístrelo de nuevo.
store-code-invalid = El código de una tienda tiene de 2 a 16 mayúsculas, cifras o guiones, por ejemplo MADRID.
store-code-taken = Otra tienda tiene este código.
location-code-invalid = El código de un lugar tiene hasta 32 letras, cifras, puntos, guiones o guiones bajos, por ejemplo F3-02.
location-code-taken = Otro lugar de esta tienda tiene este código.
zone-unknown = No existe esa zona horaria. Un ejemplo: Europe/Madrid.
