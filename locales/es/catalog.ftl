### The words of the room `catalog`: its pages, messages and errors.

## Todos los artículos
items-title = Artículos
items-sub = Por orden de nombre
items-sub-store = Por orden de nombre · existencias de { $store }
items-all = Ver todos los artículos
items-none = Todavía no hay artículos
    .hint = Un artículo es lo que usted vende, con sus variantes, códigos y precios. Traiga el archivo del sistema que usa hoy o añada el primero a mano.
items-import = Importar un archivo
item-new = Artículo nuevo

categories-title = Categorías
categories-sub = Cámbieles el nombre, junte dos en una o cree una antes de que tenga artículos.
categories-none = Todavía no hay categorías
    .hint = Cree una aquí o nombre una en un artículo.
categories-search = Comienzo del nombre
categories-all = Todas las categorías
category-without = Sin categoría
category-new = Categoría nueva
category-create = Crear categoría
category-rename = Cambiar nombre
category-rename-title = Cambiar el nombre de { $name }
category-merge = Fusionar con otra
category-merge-title = Fusionar { $name } con otra categoría
category-merge-effect = Todos los artículos de { $name } pasan a la categoría que elija, y { $name } se elimina. No se puede deshacer.
category-merge-into = Categoría que se queda
category-merge-choose = Elija una categoría
category-merge-do = Fusionar categorías
category-merge-instead = Mejor fusionarlas
category-open-other = Abrir esa categoría
category-delete = Eliminar
category-archived = Artículos archivados
category-under-way = Sus artículos están pasando a otra categoría; después se eliminará:
category-created = Se ha creado la categoría { $name }.
category-deleted = Se ha eliminado la categoría { $name }.
category-merged = { $count ->
    [0] { $name } no tenía artículos y se ha eliminado.
    [one] Un artículo de { $name } está ahora aquí, y { $name } se ha eliminado.
   *[other] { $count } artículos de { $name } están ahora aquí, y { $name } se ha eliminado.
}
category-merge-begun = { $count ->
    [one] Un artículo de { $name } está ahora aquí. Los demás pasan por sí solos.
   *[other] { $count } artículos de { $name } están ahora aquí. Los demás pasan por sí solos.
}

## Un artículo
item-state = Estado
state-phase-out = Fin de serie
item-category = Categoría
item-brand = Marca
item-variant = Variante
item-variants = Variantes
item-variants-stock = En existencia por tienda, disponible en total
item-price = Precio
item-price-range = de { $from } a { $to }
item-price-lowest = Precio más bajo
item-price-highest = Precio más alto
item-cost = Coste
item-margin = Margen
item-place = Lugar
item-unit = Unidad
item-whole = Solo unidades enteras
item-handle = Nombre corto
item-created = Añadido
item-gtin = GTIN
item-barcode = Código de barras
item-supplier = Proveedor
item-supplier-code = Código del proveedor
item-description = Descripción
item-pictures = Enlaces a imágenes
item-picture = Imagen { $number }
item-movements = Movimientos
item-past = Existencias pasadas
item-facts = Datos
item-latest = Últimos cambios
item-labels = Imprimir etiquetas
item-adjust = Ajustar
item-make = Pasar a: { $state }
item-variant-count = { $count ->
    [one] { $count } variante
   *[other] { $count } variantes
}
item-all-variants = Todas las variantes
item-find-variant = Buscar una variante
item-variants-more = { $count ->
    [one] Una más. Búsquela.
   *[other] { $count } más. Búsquelas.
}
item-stock-by-place = Existencias por lugar
item-stock-none = Nunca se han registrado existencias
    .hint = Reciba mercancía, cuéntela o importe sus existencias, y aparecerán aquí por tienda y lugar.
item-unit-of = { $unit } de { $size }

barcodes-title = Códigos de barras
barcodes-none = Todavía no hay código de barras
    .hint = Escanee o escriba uno abajo. Un código designa una sola variante.
supplier-codes-title = Códigos de proveedores
supplier-codes-none = Todavía no hay código de proveedor
    .hint = Cómo lo llama un proveedor en sus albaranes, para encontrarlo también por ese código.

## Añadir y cambiar
item-new-sub = Un solo formulario para un artículo y todas sus variantes.
item-what = Qué es
    .hint = Se busca por el nombre; la marca y la categoría ayudan a encontrarlo.
item-category-hint = Elija una o escriba una nueva.
item-unit-hint = En qué se cuentan sus existencias.
item-whole-hint = No se puede vender, recibir ni contar medio.
item-state-active = A la venta.
item-state-draft = En preparación; aún no está a la venta.
item-state-phase-out = Se vende hasta agotarse y no se vuelve a comprar.
item-state-archived = Guardado. Conserva su historial.
item-prices = Precio y códigos
    .hint = Todo esto puede esperar, y cada variante podrá ser distinta.
item-cost-hint = Lo que le costó uno la última vez, sin impuestos.
item-sku-hint = Su propia referencia. Si lo deja vacío, creamos una.
item-barcode-hint = Escanéelo o escriba las cifras que hay bajo las barras.
item-options = Opciones
    .hint = Si viene en varios colores o tallas, diga en qué se diferencian y enumere lo que hay, con comas. Cada combinación será una variante.
item-axis = Opción { $number }
item-axis-values = Lo que hay
item-axis-1 = Color
    .values = Rojo, Azul
item-axis-2 = Talla
    .values = 38, 40, 42
item-axis-3 = Tejido
    .values = Algodón, Lino
item-axes = Nombres de las opciones
    .hint = En qué se diferencian sus variantes. Lo que es cada variante se cambia en ella.
attributes-title = Características
    .hint = De qué está hecho, para qué temporada, cómo se cuida: un nombre y un valor cada una. También se busca por los valores.
attribute-what = Valor
attribute-name = Nombre de la característica { $number }
attribute-value = Valor de la característica { $number }
attribute-add = Añadir una característica
attribute-drop = Quitar la característica { $number }
item-more = Más información
    .hint = Para quien quiera saber más.
item-pictures-hint = Uno por línea, que empiece por https://. Los guardamos sin descargarlos.
item-handle-hint = En archivos y direcciones. Si lo deja vacío, se forma a partir del nombre.
item-new-effect = Añade el artículo. Sus existencias llegarán con la primera entrada, recuento o archivo.
item-create = Crear artículo
item-created-notice = { $name } ya está en su catálogo.
item-duplicates = Puede que ya lo tenga:
item-duplicates-anyway = Es otro artículo. Crearlo de todos modos.
item-duplicates-anyway-save = Es otro artículo. Guardarlo de todos modos.
item-duplicate-barcode = mismo código de barras
item-edit = Editar { $name }
item-stale = Alguien cambió esto mientras usted trabajaba en ello. Lo que escribió sigue aquí. Revíselo y guarde otra vez para sustituir el otro cambio.

variant-edit = Editar variante
variant-new = Variante nueva
variant-create = Añadir variante
variant-added = Se ha añadido la variante { $sku }.
variant-as-item = Como el artículo
    .hint = Va adonde vaya el artículo.
axes-of = Opciones de { $name }
axes-add = Añadir opciones
axes-change = Cambiar las opciones
axis-drop = Quitar la opción { $number }
axes-more = Opciones nuevas
    .hint = { $count ->
        [one] Diga en qué se diferencian, por ejemplo el color, y cómo es la variante que ya hay. Después podrá añadir las demás.
       *[other] Diga en qué se diferencian y cómo son las variantes que ya hay. Después puede cambiarse cada una.
    }
axis-value = { $count ->
    [one] Cómo es la variante
   *[other] Cómo son las { $count } variantes
}
axes-effect = Las variantes se distinguen por otras opciones. Sus existencias y sus códigos quedan como están.

barcode-kind = Tipo
barcode-own = Código propio
barcode-under = Bajo el código
barcode-unit = Unidad bajo el código
barcode-pack = Cuántos contiene
barcode-pack-hint = 1 para uno solo, 12 para una caja de 12.
barcode-add = Añadir código de barras
barcode-added = Se ha añadido el código de barras { $code }.
barcode-removed = Se ha quitado el código de barras { $code }.
barcode-remove = Quitar { $code }
supplier-code-add = Añadir código de proveedor

## Historial
did-catalog-create-item = Artículo añadido
did-catalog-add-variant = Variante añadida
did-catalog-edit-item = Artículo cambiado
did-catalog-edit-variant = Variante cambiada
did-catalog-change-axes = Opciones cambiadas
did-catalog-set-item-state = Estado cambiado
did-catalog-archive-item = Archivado
did-catalog-restore-item = Restaurado
did-catalog-add-barcode = Código de barras añadido
did-catalog-remove-barcode = Código de barras quitado
did-catalog-add-supplier-code = Código de proveedor añadido
did-catalog-remove-supplier-code = Código de proveedor quitado
did-catalog-create-category = Categoría creada
did-catalog-rename-category = Categoría con nombre nuevo
did-catalog-merge-categories = Categorías fusionadas
did-catalog-move-merged = Categorías fusionadas
did-catalog-delete-category = Categoría eliminada
changed-handle = Nombre corto
changed-description = Descripción
changed-brand = Marca
changed-category = Categoría
changed-unit = Unidad
changed-whole = Solo unidades enteras
changed-axes = Opciones
changed-attribute = Característica
changed-image-links = Enlaces a imágenes
changed-sku = Referencia
changed-options = Opción
changed-price = Precio
changed-cost = Coste
changed-barcode = Código de barras
changed-supplier-code = Código de proveedor
changed-variants-added = Variantes
changed-merged = Absorbida
changed-merged-into = Fusionada en

## Escanear
scan-title = ¿Qué es este código?
scan-code = Escanee o escriba un código
scan-nothing = Escanee algo
    .hint = Un artículo, un estante o una caja: sea lo que sea el código, llegará a la página que designa.
scan-several = Este código designa varias cosas. Elija una.
scan-by = Conocido por
scan-by-gtin = GTIN
scan-by-barcode = Código de barras
scan-by-supplier = Código de { $supplier }
scan-unknown = Nada aquí tiene el código { $code }
    .hint = Puede ser de un artículo que aún no tiene código de barras, o de uno que no está en su catálogo.
scan-check-digit = Su última cifra no encaja con las demás; debería ser { $expected }. Escanéelo otra vez.
scan-new-item = Artículo nuevo con este código
scan-search = Buscarlo
scan-container = { $code } es el número de un bulto de envío. Contiene mercancía, pero no es una.
scan-command = { $code } es una orden para el teléfono. Escanéela en modo tienda.
scan-unreadable = Esto no se puede leer como código. Escanéelo otra vez o escríbalo.

## Lo que puede estar mal
sku-taken = La referencia { $sku } es de { $name }. Cada variante necesita la suya.
sku-twice = La variante { $sku } se nombra dos veces.
handle-taken = { $name } ya tiene este nombre corto. Elija otro.
barcode-taken = El código { $code } ya está en { $name } ({ $sku }). Un código designa una sola cosa; quítelo primero allí.
barcode-with-options = Cada variante tiene su propio código de barras. Deje este campo vacío y añádalos en las variantes.
options-taken = La variante { $sku } ya es exactamente esta.
options-too-many = Hay más opciones de las que tiene el artículo.
axis-twice = Esta opción se nombra dos veces.
variants-same = Las variantes { $sku } y { $other } serían entonces iguales.
axis-value-missing = Falta aquí un valor para la variante { $sku }.
axes-too-many = { $max ->
    [one] Un artículo solo puede variar en una cosa.
   *[other] Un artículo puede variar en { $max } cosas como máximo.
}
axes-fixed = { $count ->
    [0] Este artículo no tiene opciones que nombrar.
    [one] Este artículo tiene una opción que nombrar.
   *[other] Este artículo tiene { $count } opciones que nombrar.
}
attribute-twice = Este nombre ya está aquí.
attributes-too-many = { $max ->
    [one] Un artículo solo puede tener una característica.
   *[other] Un artículo puede tener { $max } características como máximo.
}
variants-too-many = { $max ->
    [one] En un artículo cabe una variante como máximo.
   *[other] En un artículo caben { $max } variantes como máximo.
}
codes-too-many = { $max ->
    [one] Aquí cabe un código como máximo.
   *[other] Aquí caben { $max } códigos como máximo.
}
links-too-many = { $max ->
    [one] Aquí cabe un enlace como máximo.
   *[other] Aquí caben { $max } enlaces como máximo.
}
link-invalid = Esto no es un enlace a una imagen. Empieza por https:// y no tiene espacios.
item-has-stock = Todavía quedan existencias. Véndalas, sáquelas o cuéntelas como perdidas y después archívelo.
item-unit-fixed = Ya se han movido existencias en esta unidad, así que la unidad se queda.
item-whole-fixed = Ya se han movido existencias, quizá en fracciones, así que esto no se puede cambiar.
catalog-busy = Alguien guardó el mismo código en el mismo momento. No se ha cambiado nada; inténtelo otra vez.
category-taken = La categoría { $name } ya tiene este nombre. Elija otro o fusione las dos.
category-same = Una categoría no se fusiona consigo misma. Elija otra.
category-merging = Todavía están saliendo artículos de { $name } o entrando en ella. Inténtelo de nuevo en un momento.
category-counted = El recuento { $count } es de la categoría { $name }. Regístrelo o cancélelo primero.
category-has-items = { $count ->
    [one] { $name } tiene un artículo, contando los archivados. Cámbielo de categoría o fusione las dos.
   *[other] { $name } tiene { $count } artículos, contando los archivados. Cámbielos de categoría o fusione las dos.
}

# The caption of the table under “Stock by place”; it names the region it scrolls in, so it is not the same.
item-stock-caption = En existencia, comprometido y disponible en cada lugar

## Tracking
tracking-of = Seguimiento de { $name }
tracking-lots = Lotes
tracking-pieces = Piezas
life-title = Vida restante
    .hint = Se exige a los lotes con último día, en días después del propio día. Lo que dura menos no se recibe como disponible ni se vende por esa vía.
life-receipt = Al recibirlo
life-till = En caja
life-pickup = Recogida en tienda
life-online = Envío al cliente
life-days = días
life-not-days = Indique días enteros, de 0 a { $max }.
life-too-long = Se pueden exigir como mucho { $max } días.
tracking-counted = El artículo se está contando. Termine o cancele antes el recuento.
tracking-in-stock = Las existencias no están distinguidas así. Délas de baja primero, cambie esto y vuelva a darlas de alta con sus lotes o números.
tracking-without-day = Algunos lotes en existencias no tienen último día. Indíquelo primero.

## Tracking
did-catalog-set-tracking = Seguimiento cambiado
changed-tracking = Seguimiento
changed-life-receipt = Vida restante al recibir, en días
changed-life-till = Vida restante en caja, en días
changed-life-pickup = Vida restante en la recogida, en días
changed-life-online = Vida restante al enviar, en días

## Unidades propias
units-title = Unidades
    .hint = Cajas, estuches y todo aquello en que llega o se vende.
unit-add = Añadir o cambiar una unidad
unit-effect = Una de ellas equivale a tantas unidades base: { $base }. Lo registrado antes conserva el número de su día.
unit-name =
    .hint = case, pack, box o un nombre propio. El nombre de una que ya existe la cambia.
unit-num = Unidades base
unit-den = En tantas de esta unidad
    .hint = Normalmente 1. Tres de ellas son una unidad base: 1 en 3.
unit-fractions = Se pueden registrar fracciones
unit-in = En la unidad base ({ $base })
unit-from = De dónde viene
unit-from-base = Unidad base
unit-from-known = Conocida por todos
unit-from-own = Propia
unit-from-barcode = La indica un código de barras
unit-archive = Archivar { $unit }
unit-ratio = Escriba números enteros a partir de 1.
unit-known = Ya se sabe qué es { $unit }. Dé otro nombre a la unidad.
unit-barcode-differs = Según un código de barras, esta unidad contiene { $pack }. Cambie el código de barras o escriba lo mismo aquí.
unit-has-barcode = Un código de barras designa la unidad { $unit }. Quite primero el código de barras.
units-too-many = Un artículo tiene como máximo { $max } unidades propias.
barcode-pack-differs = La unidad { $unit } de este artículo contiene { $pack }. Escriba lo mismo aquí o cambie la unidad.
did-catalog-set-variant-unit = Unidad definida
did-catalog-archive-variant-unit = Unidad archivada
changed-own-unit = Unidad
changed-unit-fractions = Unidad con fracciones

## Kits
kit-title = Kit de artículos
    .hint = Un kit se vende como un conjunto de otros artículos. No tiene existencias propias: lo que se vende de él se toma de sus componentes.
kit-components = Componentes
kit-each = Para un kit
kit-makes = Se pueden hacer
kit-makes-caption = Cuántos puede hacer cada tienda
kit-makes-none = Ninguna tienda ha tenido todavía nada de sus componentes.
kit-none = Esto no es un kit
    .hint = Añada lo que lleva uno. Desde entonces no tiene existencias propias.
kit-add = Añadir un componente
kit-effect = La cantidad va en la unidad base del componente. Lo ya vendido queda como se vendió.
kit-remove = Sacar { $item } del kit
kit-of-itself = Un kit no puede contenerse a sí mismo. Elija otro artículo.
kit-of-kit = { $sku } es un kit. Indique sus componentes.
kit-component-twice = { $sku } ya está en el kit. Sáquelo primero y añádalo con la nueva cantidad.
kit-has-stock = Ya se han movido existencias de este artículo, o se está contando: no puede convertirse en kit. Cree un artículo nuevo para el kit.
kit-is-component = Este artículo es un componente de otro kit, así que no puede ser un kit.
kit-too-many = Un kit tiene como máximo { $max } componentes.
did-catalog-set-kit = Kit cambiado
changed-kit = Componentes
