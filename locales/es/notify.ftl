### Las palabras de la sala `notify`: sus páginas, mensajes y errores.

## Etiquetas: la página
labels-title = Etiquetas
labels-sub = Para artículos y ubicaciones, en hojas o en rollo.
labels-document = Etiquetas, { $sheet }
labels-what = Qué se imprime
labels-find = Buscar un artículo o una ubicación
    .placeholder = Nombre, referencia, código de barras, F1-01
labels-found = Encontrado
labels-found-none = Aquí nada se llama así.
labels-add = Añadir { $name }
labels-typed = Códigos, uno por línea
    .hint = Referencia, código de barras o código de ubicación, con un número si son varias etiquetas: 85123A * 3
labels-list = En la lista
labels-copies-of = Etiquetas para { $name }
labels-remove = Quitar { $name }
labels-count = { $count ->
    [one] { $count } etiqueta
   *[other] { $count } etiquetas
}
labels-sheet = Hoja o rollo
labels-start = Empezar en la posición
    .hint = Contadas por filas. Las anteriores ya están usadas y quedan vacías.
labels-start-of = de { $places }
labels-printer = Impresora
    .hint = Las barras se ajustan a los puntos de la impresora para que salgan nítidas.
dpi-any = Láser o de tinta
dpi-203 = Impresora de etiquetas, 203 ppp
dpi-300 = Impresora de etiquetas, 300 ppp
dpi-600 = Impresora de etiquetas, 600 ppp
labels-symbology = Tipo de código
symbology-auto = El que convenga a cada código
labels-content = En cada etiqueta
labels-price = Precio
labels-preview = Vista previa
labels-preview-do = Ver la vista previa
labels-sheets = { $count ->
    [one] { $count } página
   *[other] { $count } páginas
}
labels-picture = Hoja { $page } tal como saldrá: { $count ->
    [one] { $count } etiqueta
   *[other] { $count } etiquetas
}
labels-shown-first = Se muestran las primeras { $shown } de { $pages }; se imprimen todas.
labels-empty = Todavía no hay nada que imprimir
    .text = Busque artículos o ubicaciones, o escriba sus códigos, y pulse «Ver la vista previa».
labels-stopped = Todavía no se puede imprimir nada
    .text = Corrija lo señalado y aquí aparecerá la hoja tal como saldrá.
labels-print-do = { $count ->
    [one] Imprimir una etiqueta
   *[other] Imprimir { $count } etiquetas
}
labels-print = Imprimir etiquetas
labels-fits = Cada código cabe con sus márgenes claros y se podrá leer.
labels-scale = Imprima al 100 %, sin ajustar a la página, o los códigos encogerán.
labels-qr-no-base = { $count ->
    [one] Un código QR lleva
   *[other] { $count } códigos QR llevan
} solo el GTIN, que no lleva a ninguna página: la empresa aún no tiene dirección web pública. Defínala antes de imprimir muchas, porque el papel no se puede cambiar después.
labels-qr-no-gtin = { $count ->
    [one] Un código QR lleva
   *[other] { $count } códigos QR llevan
} el código propio del artículo, que no lleva a ninguna página: no hay GTIN con que formar una dirección.

## Hojas y rollos
sheet-a4-21 = A4, 21 etiquetas
    .hint = 63,5 × 38,1 mm, como Avery L7160
sheet-letter-30 = Carta, 30 etiquetas
    .hint = 2 5/8 × 1 pulg., como Avery 5160
sheet-a4-65 = A4, 65 etiquetas
    .hint = 38,1 × 21,2 mm, como Avery L7651
sheet-roll-50x25 = Rollo, 50 × 25 mm
    .hint = Una tras otra
sheet-roll-57x32 = Rollo, 57 × 32 mm
    .hint = Una tras otra
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

## Lo que no se puede imprimir
label-unknown = Aquí nada tiene el código { $code }. Compruébelo o busque el artículo por su nombre.
# $count (Number); $code (String)
label-places = { $count ->
    [one] Una tienda tiene
   *[other] { $count } tiendas tienen
 } una ubicación { $code }. Elija la tienda o escriba el código de la etiqueta de la ubicación.
label-ambiguous = { $code } es un código de barras de { $barcode } y la referencia de { $sku }. Busque por su nombre el que quiera.
label-price-currency = Los precios se llevan en { $prices } y esta tienda vende en { $store }. Imprima sin precios o para otra tienda.
print-no-labels = Elija al menos un artículo o una ubicación.
print-too-many-lines = En una impresión caben como mucho { $limit } etiquetas distintas. Imprima las demás después.
print-too-many-labels = { $labels } etiquetas son más que las { $limit } de una impresión. Imprima una parte ahora y el resto después.
print-copies = { $label }: imprima entre 1 y { $limit }.
print-start = No hay posición { $start } en { print-sheet-named }. Elija una de 1 a { $places }.
print-unknown-sheet = No hay ninguna hoja { $sheet }. Elija una de las ofrecidas.
print-code = { $label }: { $code } no se puede imprimir como { $symbology }. { $fault ->
    [check-digit] Su último dígito debería ser { $expected }. Corrija el código de barras en el catálogo.
    [length] Tiene caracteres de más o de menos. Elija «{ symbology-auto }».
    [not-compressible] Le faltan los ceros que esta forma corta omite. Elija «{ symbology-auto }».
    [empty] Está vacío. Dé al artículo una referencia o un código de barras.
   *[other] Tiene caracteres que este código no conoce. Elija «{ symbology-auto }» o QR.
}
print-does-not-fit = { $label }: { $code } necesita { $needed } mm para leerse con esta impresora, y { print-sheet-named } tiene { $available } mm. { $smallest ->
    [none] Ninguna hoja lo admite. Elija QR o un código más corto.
   *[other] El menor tamaño que lo admite: { print-smallest-named }. O elija QR, que ocupa menos.
}
print-cannot-shape = { $label }: { $script ->
    [emoji] los emojis como { $character } no se pueden imprimir
    [symbol] el signo { $character } no se puede imprimir
    [control] un signo invisible del nombre no se puede imprimir
   *[other] aún no sabemos escribir { $character } y su escritura como es debido
}. Imprima sin nombres o póngale un nombre en letras latinas, griegas o cirílicas.
print-price-too-long = { $label }: el precio { $price } no cabe en { print-sheet-named }. Elija etiquetas mayores o imprima sin precios.
print-writer = No se pudieron dibujar las etiquetas. Inténtelo de nuevo.
