### The words of the room `admin`: its pages, messages and errors.

## Inicio
home-empty-title = Empiece con lo que tiene
home-empty-text = Importe el archivo que exporta su sistema actual o introduzca sus primeros artículos.

## Cuenta
account-title = Su cuenta
account-role = Función
account-business = Empresa
account-everywhere = Cerrar sesión en todas partes
account-everywhere-text = Cierra todas sus sesiones, en este dispositivo y en todos los demás.
account-everywhere-do = Cerrar sesión en todos los dispositivos

## Importaciones: qué falla en un archivo
import-file-empty = Este archivo está vacío. Expórtelo de nuevo y compruebe que contiene filas.
import-file-no-rows = Este archivo tiene nombres de columnas, pero ninguna fila debajo. Expórtelo de nuevo con sus filas.
import-file-spreadsheet = Es una hoja de cálculo ({ $kind }), no un archivo CSV. Ábrala, elija «Guardar como» y «CSV UTF-8», e importe ese archivo.
import-file-pdf = Es un documento PDF. No puede leerse como tabla: exporte los datos como CSV.
import-file-archive = Es un archivo comprimido ({ $kind }). Descomprímalo e importe el archivo CSV que contiene.
import-file-picture = Es una imagen ({ $kind }), no una tabla. Elija el archivo CSV que exporta su sistema.
import-file-markup = Es { $kind }, no CSV, diga lo que diga su nombre. Ábralo en una hoja de cálculo y guárdelo como «CSV UTF-8».
import-file-binary = No es un archivo de texto: la línea { $line } contiene bytes que ningún texto tiene. Guarde la tabla como «CSV UTF-8» e inténtelo de nuevo.
import-file-unreadable = No se pudo leer el archivo hasta el final. Súbalo de nuevo.
import-file-one-column = Solo se encontró una columna. Las columnas deben separarse con coma, punto y coma, tabulador o barra vertical.
import-file-too-many-columns = Este archivo tiene { $count } columnas; se pueden leer { $limit }. Elimine las que no hagan falta.
import-file-too-many-rows = Este archivo tiene más de { $limit } filas. Divídalo e importe las partes una tras otra.
import-columns-missing = Indique qué columnas leer: nada está asignado a { $columns }.
import-mapping-stale = La asignación guardada lee una columna «{ $column }» que este archivo no tiene. Asigne de nuevo las columnas.
import-not-this-source = No es un archivo de { $wanted }; parece de { $found }. Elija el origen correcto o deje que se detecte.
import-not-this-kind = Un archivo de { $found } no puede importarse como { $wanted ->
    [catalog] artículos
    [inventory] existencias
   *[other] ventas
}. Elija lo que contiene.
import-kind-unclear = Las columnas no dicen si este archivo contiene artículos, existencias o ventas. Elija una opción.
import-dates-ambiguous = En la columna «{ $column }» cada fecha puede leerse de dos maneras: «{ $sent }» es { $first } o { $second }. Diga cuál es la correcta.
import-dates-mixed = En la columna «{ $column }» unas fechas empiezan por el día («{ $first }») y otras por el mes («{ $second }»). Diga qué es lo correcto o escríbalas todas igual.

## Importaciones: qué falla en una fila
import-row-too-many-cells = Esta fila tiene { $cells } celdas, pero hay { $columns } columnas. Un texto que contiene el separador debe ir entre comillas.
import-row-too-few-cells = Esta fila tiene { $cells } celdas, pero hay { $columns } columnas. Quizá la cortó un salto de línea dentro de un texto.
import-quote-unclosed = Aquí unas comillas abren un texto y ninguna lo cierra. Añada las de cierre o duplique las que estén dentro del texto.
import-cell-too-long = Una celda de esta fila supera { $limit } kB. Acórtela; o bien faltan unas comillas.
import-text-too-long = Es demasiado largo. Máximo de caracteres: { $limit }.
import-text-control = Contiene caracteres de control invisibles. Escríbalo de nuevo.
import-text-damaged = Algunas letras están dañadas (�). Exporte de nuevo el archivo como UTF-8 o escriba el texto otra vez.
import-key-missing = Nada indica qué artículo es. Rellene su SKU o código de barras, o en una lista de artículos su nombre.
import-location-missing = Esta fila no dice dónde están las existencias. Indique la ubicación.
import-quantity-missing = Indique la cantidad.
import-date-missing = Indique cuándo se vendió.
import-code-shortened = Una hoja de cálculo ha acortado este código y sus últimas cifras se han perdido. Dé a la columna formato de texto y escriba el código de nuevo.
import-code-decimals = Un programa tomó este código por un número y añadió decimales. Quítelos.
import-barcode-check-digit = La última cifra de { $code } no encaja con las demás; debería ser { $expected }. Compárela con el producto: puede que otra cifra sea la errónea.
import-barcode-invalid = No puede ser un código de barras: supera { $limit } caracteres o los tiene invisibles.
import-number-not-one = No es un número. Escríbalo en cifras, sin palabras ni unidades.
import-number-other-style = El separador decimal no es el del resto de la columna. Escriba todos los números de una columna igual.
import-number-ambiguous = Puede leerse de dos maneras: { $first } o { $second }. Escríbalo sin separador de miles o indique qué separador decimal usa el archivo.
import-number-too-large = Este número es demasiado grande. Compruebe si sobran cifras o si hay un código de barras en la columna equivocada.
import-number-too-fine = Máximo de decimales: { $limit }. Redondee el número.
import-price-negative = Un precio o coste no puede ser menor que cero.
import-stock-negative = No puede haber menos que nada en el estante: se vendió más de lo registrado. Cuente y escriba lo que hay, o 0.
import-stock-fraction = Este artículo se lleva en piezas enteras. Escriba un número entero.
import-status-unknown = No es un estado de existencias. Escriba available, damaged o quarantine.
import-quantity-zero = Una venta de nada no cambia nada. Escriba la cantidad o elimine la fila.
import-date-not-one = No es una fecha legible. Escríbala como 2024-05-31 14:30.
import-date-other-order = El día y el mes están al revés que en el resto del archivo.
import-duplicate-sku = Este SKU ya está en la línea { $line }. Cada variante necesita el suyo; elimine o corrija una de las filas.
import-duplicate-variant = La misma variante ya está en la línea { $line } y ningún SKU las distingue. Elimine una de las filas o dé un SKU a cada una.
import-duplicate-stock = Las existencias de esta variante en este lugar ya están en la línea { $line }. Solo una puede ser correcta; elimine la otra fila.
import-picture-alone = Esta imagen pertenece a un artículo cuyas filas fueron todas rechazadas. Entrará con ellas cuando se corrijan.
import-item-too-large = Este artículo tiene más de { $limit } filas. Divídalo en varios artículos.

## Importaciones: lo que se dice de una fila aceptada
import-note-apostrophe = Se quitó un apóstrofo inicial: las hojas de cálculo marcan así el texto.
import-note-zero-lost = Se conserva tal cual. Quizá se perdió un cero inicial: con él sería un código de barras válido.
import-note-barcode-shared = La línea { $line } tiene el mismo código de barras. Al escanear se ofrecerán ambas.
import-note-same-options = La línea { $line } tiene las mismas opciones con otro SKU. Cambie el nombre de una o no se podrán distinguir.
import-note-state-unknown = Este estado no se conoce y no se ha tomado.

## Importaciones: los campos que puede llenar una columna
import-field-sku = SKU
import-field-barcode = Código de barras
import-field-name = Nombre del artículo
import-field-variant-name = Nombre de la variante
import-field-description = Descripción
import-field-brand = Marca
import-field-category = Categoría
import-field-tags = Etiquetas
import-field-state = Estado
import-field-archived = Archivado
import-field-option1-name = Opción 1: nombre
import-field-option1-value = Opción 1: valor
import-field-option2-name = Opción 2: nombre
import-field-option2-value = Opción 2: valor
import-field-option3-name = Opción 3: nombre
import-field-option3-value = Opción 3: valor
import-field-axis = Opción con el nombre de su columna
import-field-price = Precio de venta
import-field-cost = Coste
import-field-currency = Moneda
import-field-supplier = Proveedor
import-field-supplier-code = Código del proveedor
import-field-image = Enlace de imagen
import-field-variant-image = Enlace de imagen de la variante
import-field-unit = Unidad
import-field-group = Código o identificador del artículo
import-field-external-id = Identificador en el otro sistema
import-field-stockable = Se lleva en existencias
import-field-location = Tienda o almacén
import-field-bin = Ubicación
import-field-stock-status = Estado de las existencias
import-field-on-hand = Existencias
import-field-new-on-hand = Nuevas existencias
import-field-receipt = Número de ticket
import-field-quantity = Cantidad vendida
import-field-unit-price = Precio unitario
import-field-sold-at = Fecha de venta
import-field-sold-time = Hora de venta
import-field-customer = Cliente
import-field-sale-kind = Tipo de venta
