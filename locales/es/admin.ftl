### The words of the room `admin`: its pages, messages and errors.

## Inicio
home-empty-title = Empiece con lo que tiene
home-empty-text = Cuatro pasos llevan del archivo de su sistema actual a un estante contado.
home-morning = Buenos días, { $name }
home-afternoon = Buenas tardes, { $name }
home-evening = Buenas noches, { $name }
home-waiting = { $count ->
    [0] nada le espera
    [one] una cosa le espera
   *[other] { $count } cosas le esperan
}
home-nothing = Nada le espera
    .hint = Aquí aparecerán los recuentos por revisar, la mercancía en camino y los archivos por corregir.
home-today = Hoy
home-new-count = Nuevo recuento
home-figures = Cifras clave
home-figures-at = a las { $time }
home-value = Valor del stock, también en camino
home-value-through = valorado hasta { $time }
home-units = Unidades en existencia
    .note = sin lo que está en camino
home-variants = Variantes
    .note = no archivadas
home-out = Agotados
    .note = los hubo, no queda nada que vender
    .anywhere = en al menos una tienda
home-counts = Recuentos abiertos
    .note = planificados, en curso o por revisar
home-moves = Movimientos de hoy
home-moves-note = { $count ->
    [one] máximo en 14 días: uno
   *[other] máximo en 14 días: { $count }
}
home-chart = Movimientos de los últimos 14 días
home-chart-day = Día
home-chart-today = Hoy
home-chart-summary = Barras de movimientos por día y tienda. El día de más trabajo fue el { $day }, con { $count }.
home-wrong = Hay que mirarlo
home-look = Ver
home-proof-failed = { $count ->
    [one] Los libros no cuadran: una fila está mal
   *[other] Los libros no cuadran: { $count } filas están mal
}
home-negative = { $count ->
    [one] Un saldo está por debajo de cero
   *[other] { $count } saldos están por debajo de cero
}
home-negative-fact = Salió más de lo que había entrado. Cuéntelos, o anote lo que llegó.
home-review = Revisar el recuento «{ $name }»
home-review-do = Revisar
home-transfer = Recibir el traspaso { $code }
home-transfer-do = Recibir
home-to = a
home-shipped = salió { $day }
home-import-ready = Importar { $name }
home-import-ready-fact = Comprobado; no se escribe nada hasta que usted lo diga.
home-import-rows = { $count ->
    [one] Corregir una fila de { $name }
   *[other] Corregir { $count } filas de { $name }
}
home-import-rows-fact = Apartadas; todo lo demás ha entrado.
home-import-rows-do = Corregir
home-count = Contar «{ $name }»
home-count-do = Contar
home-steps = Primeros pasos
home-step-done = Hecho
home-step-store = Abra su primera tienda
    .text = Su zona horaria dice cuándo acaba un día; sus lugares dicen dónde están las cosas.
    .do = Abrir una tienda
home-step-items = Traiga sus artículos
    .text = Tome el archivo que exporta su sistema actual. Verá qué cambiaría antes de que nada cambie.
    .do = Importar un archivo
home-step-stock = Anote lo que hay en los estantes
    .text = Lo hace una importación de existencias, o una recepción por entrega.
    .do = Recibir mercancía
home-step-count = Cuente un estante
    .text = Planifique un recuento, recórralo con un teléfono, apruebe las diferencias.
    .do = Planificar un recuento

## Cuenta
account-title = Su cuenta
account-role = Función
account-business = Empresa
account-businesses = Empresas
account-business-do = Trabajar aquí
account-profile = Usted
account-language-business = Como la empresa
account-language-browser = Como pida el navegador
account-password-current = Contraseña actual
account-password-new = Contraseña nueva
account-password-again = Contraseña nueva, otra vez
account-password-hint = Al menos 12 caracteres. Cuatro palabras sin relación son fáciles de recordar y difíciles de adivinar.
account-password-do = Cambiar la contraseña
account-password-changed = Su contraseña está cambiada. Todos los demás dispositivos han cerrado la sesión.
account-everywhere = Cerrar sesión en todas partes
account-everywhere-text = Cierra todas sus sesiones, en este dispositivo y en los demás.
account-everywhere-do = Cerrar sesión en todos los dispositivos
password-too-short = Una contraseña tiene al menos { $min } caracteres. Añada una palabra o dos.
password-wrong = Esta no es su contraseña actual.
password-same = Esta es su contraseña actual. Elija otra.
password-not-again = Es distinta de la contraseña nueva de arriba. Escriba las dos otra vez.
password-once = Anótela o entréguela ahora: se muestra solo esta vez y no se guarda en ningún sitio.
password-once-done = Ya la he entregado

## Personas
people-lead = Quién puede entrar y qué puede hacer aquí.
people-add = Añadir una persona
people-add-lead = Entra con su correo y una primera contraseña que usted le entrega.
people-add-effect = Puede entrar enseguida.
people-add-do = Añadir
people-email-hint = Quien ya trabaja aquí en otra empresa conserva su contraseña.
people-added = { $name } puede iniciar sesión
people-added-known = { $email } puede entrar, con el nombre y la contraseña que ya tiene.
people-you = usted
people-joined = Aquí desde
people-state = Acceso
people-disabled = Acceso cerrado
people-role-legend = Qué puede hacer
people-role-do = Cambiar el rol
people-role-changed = { $name } tiene otro rol desde ahora.
people-password = Contraseña
    .text = Para quien olvidó la suya. Recibe una nueva y se cierran todas sus sesiones.
people-password-do = Crear una contraseña nueva
people-password-set = { $name } tiene una contraseña nueva
people-disable = Cerrar el acceso
    .text = Cierra sus sesiones al momento, en todos los dispositivos, y no le deja entrar en esta empresa hasta que usted lo permita de nuevo.
people-disabled-done = El acceso de { $name } está cerrado.
people-enable = Permitir el acceso de nuevo
    .text = Con la contraseña y el rol que tenía.
people-enabled-done = { $name } puede entrar de nuevo.
people-remove = Quitar de esta empresa
    .text = Lo que hizo queda en los historiales con su nombre. Puede añadirle otra vez.
people-removed = { $name } ya no está aquí.
people-self = Es usted. Otro propietario puede cambiar su rol o cerrarle el acceso; su nombre y su contraseña están en su cuenta.
person-self = No puede hacerse esto a sí mismo. Pídalo a otro propietario.
person-last-owner = Es el último propietario que puede entrar. Antes haga propietario a otra persona.
person-elsewhere = También trabaja en otra empresa, así que solo esa persona puede cambiar su contraseña.
person-email-taken = Alguien tiene ya esta dirección.
member-already = Ya está aquí.

## Ajustes
settings-stores =
    .note = Tiendas, almacenes y sus lugares
settings-people =
    .note = Quién puede entrar y qué puede hacer
settings-imports =
    .note = Archivos de otros sistemas
settings-verify =
    .note = Vuelve a sumar cada movimiento
settings-account =
    .note = Idioma, aspecto, contraseña
settings-api = Interfaz de programación
    .note = Su descripción, para programas
settings-business = Esta empresa
settings-name = Nombre
settings-language-hint = Para quien no ha elegido ninguno.
settings-zone = Zona horaria
    .hint = Cuando no se trata de una tienda, como Europe/Madrid. Cada tienda tiene la suya.
settings-currency = Moneda
    .hint = Todos los costes y precios están en ella, así que se queda.
settings-base = Comienzo de los enlaces en los códigos impresos
    .hint = Como https://id.example.com. Lo impreso no se puede cambiar: elija una dirección que vaya a conservar.
settings-one-person = Una sola persona lo hace todo
    .hint = Quien cuenta puede entonces aprobarlo, tras una segunda mirada y con un motivo. El historial lo señala.
one-person-owner = Solo un propietario puede cambiarlo: permite aprobar los recuentos propios.
public-base-https = Empiece por https://
public-base-host = Escriba el nombre del servidor en minúsculas, como id.example.com: sin puerto, sin número, sin usuario.
public-base-path = La ruta puede tener minúsculas, cifras y guiones, como /tienda.

# $expected, $found (String): importes o cantidades
proof-cost-differs = Resulta { $expected }; está escrito { $found }.
# $expected, $found (String): cantidades
proof-cost-quantity-differs = Allí hay { $expected }; están valoradas o en espera { $found }.
## Comprobación de los libros
proof-lead = Vuelve a sumar el libro y lo compara con todo lo que se lleva.
proof-now = Comprobar ahora
proof-under-way = Hay una comprobación en marcha.
proof-none = Nunca comprobado
    .hint = Una comprobación lee cada movimiento y no detiene el trabajo de nadie.
proof-history = Comprobaciones
proof-of = Comprobación del { $time }
proof-clean = Los libros están bien
    .text = Se pasaron todas las pruebas, en todas las filas.
# $time (String): from when on
proof-clean-since = Lo registrado desde el { $time } está bien
    .text = Y todo lo que tocó, desde su primer movimiento. Lo que no se ha mirado está más abajo.
proof-unseen = No se ha mirado
proof-unseen-before = Lo registrado antes, salvo de las existencias que se han movido desde entonces.
proof-unseen-still = Las existencias que no se han movido desde entonces: su saldo, lo que hay prometido de ellas, sus lotes y su valor.
proof-unseen-days = Las sumas de coste por día.
proof-unseen-own = Si todo lo que nombran los libros es de esta empresa.
proof-untouched = nada desde entonces
proof-start = Comprobar los libros
proof-extent = Qué se comprueba
proof-extent-all = Todo
    .hint = Desde el primer movimiento.
proof-extent-last = Desde la última comprobación sin errores
    .hint = Lo que ninguna comprobación sin errores ha mirado todavía. Si no hay ninguna, o si la última encontró errores: todo.
proof-extent-day = Desde un día
    .hint = Lo registrado desde entonces y todo lo que tocó.
# $time (String): from when on
proof-extent-since = desde el { $time }
proof-since-day = Día
proof-wrong = { $count ->
    [one] Una fila está mal
   *[other] { $count } filas están mal
}
    .text = Las primeras de cada clase están abajo. Stockroom no permite cambiar estas filas: alguien o algo ha escrito en la propia base de datos.
proof-checks = Qué se ha comprobado
proof-check = Prueba
proof-examined = Filas leídas
proof-took = Duración
proof-took-less = menos de un segundo
proof-took-seconds = { $count ->
    [one] un segundo
   *[other] { $count } segundos
}
proof-outcome = Resultado
proof-right = Bien
proof-wrong-rows = { $count ->
    [one] 1 mal
   *[other] { $count } mal
}
proof-more = { $count ->
    [one] Otra más está mal.
   *[other] Otras { $count } están mal.
}
proof-what = Qué está mal
proof-key = Dónde
proof-seq = Número de orden
proof-posting = Asiento
proof-operation = Escrito por

proof-sequence = Números de orden
    .hint = Los movimientos de un artículo en un lugar están numerados sin huecos, y cada saldo sale del anterior.
proof-chain = Cadena de movimientos
    .hint = Cada movimiento lleva la huella del anterior.
proof-balance = Saldos
    .hint = Lo que se lleva como existencia es lo que dejó el último movimiento.
proof-double-entry = Partida doble
    .hint = Lo que un asiento quita a un lugar lo lleva a otro.
proof-posting-hash = Asientos
    .hint = La huella de cada asiento cubre todo lo que dice y todos sus movimientos.
proof-promise = Promesas
    .hint = Lo que una tienda puede vender es lo que hay disponible en sus lugares.
proof-reserved = Reservado
    .hint = Lo prometido de cada artículo es lo que queda abierto de sus reservas.
proof-shortage = Faltantes
    .hint = Lo prometido por encima de las existencias consta como faltante.
proof-cost-entries = Asientos de valor
    .hint = Cada asiento deja lo que dejó el anterior, más él mismo.
proof-cost-pools = Valor de las existencias
    .hint = Lo que valen las existencias es lo que suman sus asientos y lo que queda de sus capas.
proof-cost-layers = Capas de coste
    .hint = De cada capa salió exactamente lo que entró, salvo lo que queda de ella.
proof-cost-quantity = Existencias valoradas
    .hint = Lo valorado, y lo que espera a serlo, es lo que hay en las tiendas.
proof-cost-days = Costes por día
    .hint = Las sumas de cada día son las de sus asientos.
proof-floor = Nada bajo cero
    .hint = Ningún lugar está bajo cero, salvo donde se permite o lo dice un recuento.
proof-transit = En camino
    .hint = Lo que va de camino a cada tienda es lo que dicen sus traspasos.
proof-own = Todo es propio
    .hint = Lo que nombran los libros, tiendas, ubicaciones, artículos, lotes, es de esta empresa.
proof-late = Registrado tarde
    .hint = Lo registrado después de ocurrir está anotado, con el momento en que ocurrió.
proof-counted = Contado
    .hint = Un lugar consta como contado cuando lo contó el último recuento válido.
proof-seal = Sellos
    .hint = Cada sello está firmado por este sistema, nombra al anterior y cubre sus filas.
proof-sealed-rows = Filas selladas
    .hint = Cada asiento está sellado o a punto de estarlo, y no falta ninguna fila sellada.
proof-audit = Historiales
    .hint = Quién hizo qué está como se escribió.

proof-sequence-gap = Aquí debería ir el número { $expected }; va el { $found }.
proof-running-balance = Tras este movimiento el saldo debería ser { $expected }; está escrito { $found }.
proof-hash = La huella debería empezar por { $expected }; está escrito { $found }. Algo de esta fila se ha cambiado.
proof-balance-differs = Según el libro debería haber { $expected }; se llevan { $found }.
proof-balance-orphan = Se llevan { $found } como existencia, pero aquí nunca se movió nada.
proof-balance-missing = Según el libro debería haber { $expected }; no se lleva nada.
proof-legs-missing = Este asiento tiene { $found } movimientos; se escribió con { $expected }.
proof-not-balanced = Los movimientos de una línea suman { $found }, no { $expected }.
proof-legs-orphan = Estos movimientos no son de ningún asiento.
proof-promise-differs = Hay { $expected } disponibles en la tienda; según su fila se pueden vender { $found }.
proof-reserved-differs = Quedan abiertos { $expected } de las reservas; según la fila hay { $found } prometidos.
proof-shortage-differs = Hay { $expected } prometidos de más; constan { $found } como faltantes.
proof-below-floor = Hay { $found } donde nada puede estar bajo cero.
proof-transit-differs = Según el libro hay { $expected } en camino; los traspasos dicen { $found }.
proof-late-differs = De lo registrado tarde, el movimiento dice { $expected } y su nota { $found }.
proof-of-nobody = Aquí se nombra algo que esta empresa no tiene.
proof-late-orphan = Una nota de algo registrado tarde no tiene movimiento.
proof-counted-differs = Contado por última vez el { $expected }; consta { $found }.
proof-seal-missing = Falta un sello anterior al número { $number }, o fue sustituido.
proof-seal-forged = El sello { $number } no está firmado con la clave de este sistema.
proof-seal-broken = Las filas bajo el sello { $number } no son aquellas sobre las que se hizo.
proof-row-changed = Esta fila se cambió después de escribirse.
proof-row-gone = Una fila sellada ha desaparecido.

## The words of the room `admin`: its pages, messages and errors.

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
import-row-total = Esto parece el total de la tabla: deje fuera la fila.
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
import-code-formula = Aquí hay una fórmula en lugar de un código. Escriba el código mismo.
import-cell-error = Una hoja de cálculo no pudo calcular esto y escribió un error en su lugar. Escriba lo que corresponda o vacíe la celda.
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
import-status-unknown = No es un estado de existencias. Escriba available, damaged, quarantine, quality_control o safety.
import-pair-not-one = «{ $piece }» no es un nombre con un valor. Escriba nombre=valor, y una barra (|) entre varios.
import-pack-not-one = «{ $piece }» no es un embalaje con su código de barras. Escriba unidad, cantidad y código, por ejemplo case 12=14006381333931.
import-quantity-zero = Una venta de nada no cambia nada. Escriba la cantidad o elimine la fila.
import-sale-kind-unknown = Esto no dice si la mercancía salió, volvió o si la línea se anuló. Escriba venta, devolución o anulado; o no haga leer esta columna.
import-refund-unclear = Una cantidad positiva a un precio negativo: si volvió mercancía, el signo menos corresponde a la cantidad y no al precio.
import-date-not-one = No es una fecha legible. Escríbala como 2024-05-31 14:30.
import-date-other-order = El día y el mes están al revés que en el resto del archivo.
import-duplicate-sku = Este SKU ya está en la línea { $line }. Cada variante necesita el suyo; elimine o corrija una de las filas.
import-duplicate-variant = La misma variante ya está en la línea { $line } y ningún SKU las distingue. Elimine una de las filas o dé un SKU a cada una.
import-duplicate-stock = Las existencias de esta variante en este lugar ya están en la línea { $line }. Solo una puede ser correcta; elimine la otra fila.
import-picture-alone = Esta imagen pertenece a un artículo cuyas filas fueron todas rechazadas. Entrará con ellas cuando se corrijan.
import-item-too-large = Este artículo tiene más de { $limit } filas. Divídalo en varios artículos.

## Importaciones: lo que se dice de una fila aceptada
import-note-apostrophe = Se quitó una marca de texto de las hojas de cálculo (apóstrofo inicial o ="…").
import-note-zero-lost = Se conserva tal cual. Quizá se perdió un cero inicial: con él sería un código de barras válido.
import-note-barcode-shared = La línea { $line } tiene el mismo código de barras y lo conserva; esta fila entra sin él.
import-note-same-options = La línea { $line } tiene las mismas opciones con otro SKU. Cambie el nombre de una o no se podrán distinguir.
import-note-state-unknown = Este estado no se conoce y no se ha tomado.
import-note-sale-kind-unknown = Esta palabra no se conoce. La línea se tomó por su cantidad: por encima de 0 vendida, por debajo devuelta.

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
import-field-attributes = Atributos (nombre=valor)
import-field-packs = Códigos de barras de embalajes (case 12=código)
import-field-supplier-codes = Otros códigos de proveedor (proveedor=código)
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
import-field-voided = Anulado
import-field-product-kind = Tipo de producto

# The pager under the rows set aside, told apart from that of the changes.
import-aside-pages = Páginas de filas apartadas

## Imports: the pages

import-item-unknown = No se conoce ningún artículo por esto. Importe primero los artículos o corríjalo.
import-item-several = Varios artículos responden a esto. Escriba una referencia que solo tenga uno de ellos.
import-item-archived = Este artículo está archivado y recibiría existencias. Recupérelo primero, o deje fuera la fila.
import-bin-unknown = La tienda no tiene el lugar «{ $place }» y no se puede crear uno con ese nombre. Escriba el código de un lugar.
import-stock-stale = Las existencias han cambiado desde que se hizo este archivo: ahora aquí hay { $ours }. No se cambió nada.
import-sale-short = Se vendieron { $wanted }, pero solo hay { $available } registrados. Reciba o cuente lo que había y vuelva a intentarlo.
import-currency-other = Este precio está en { $currency }; aquí los precios están en { $ours }. Conviértalo.
import-note-unit-unknown = La unidad «{ $unit }» no se conoce y se dejó como está.
import-not-now = No se puede ahora: la importación está { $state ->
    [uploading] todavía subiéndose
    [checking] comprobándose
    [asking] esperando una respuesta
    [ready] comprobada y sin ejecutar
    [running] en marcha
    [done] terminada
    [failed] abandonada
    [undoing] deshaciéndose
    [undone] deshecha
   *[discarded] cancelada
}.
import-file-too-large = Este archivo supera los { $limit } MB. Divídalo e importe las partes una tras otra.
import-file-missing = Elija primero un archivo.
import-places-unknown = { $count ->
    [one] Una ubicación de este archivo todavía no es una tienda aquí. Diga qué tienda es.
   *[other] { $count } ubicaciones de este archivo todavía no son tiendas aquí. Diga qué tiendas son.
}
import-store-missing = Hay filas de este archivo que no dicen de qué tienda son. Elíjala.
import-gave-up = El trabajo se abandonó tras varios intentos. Nada quedó a medias: inténtelo de nuevo y seguirá donde se detuvo.
import-moved-meanwhile = Las existencias se movían mientras se escribía. Inténtelo de nuevo.
import-undo-stock-gone = Se importaron { $wanted }, pero solo quedan { $available } donde se pusieron.
import-undo-counted = Se contó desde entonces: lo contado se queda.
import-undo-touched = Se cambió después, así que queda como está.
# $place (String), $to (String): dónde estaba; adónde volvió
import-undo-elsewhere = Volvió a { $to }: { $place } se archivó después.
import-undo-store-archived = Su tienda se archivó después, así que queda como está.
import-undo-kept = Lo que se añadió aquí se queda: { $field }.
import-title = Importaciones
import-sub = Traiga sus artículos, existencias y ventas como archivos, y vuelva a sacarlos.
import-upload-title = Traer un archivo
import-upload-label = Archivo CSV
import-upload-hint = Exportaciones de Shopify y Square, las nuestras o cualquier tabla guardada como CSV; { $limit } MB como máximo. Verá qué cambiaría antes de que se escriba nada.
import-upload-do = Subir y comprobar
import-list-title = Importaciones anteriores
import-list-empty-title = Todavía no se ha importado nada
import-list-empty-text = Exporte sus artículos y existencias del sistema que usa hoy y elija el archivo arriba.
import-col-file = Archivo
import-col-holds = Contiene
import-col-state = Estado
import-col-written = Escritas
import-col-aside = Apartadas
import-col-by = Por
import-col-when = Cuándo
import-kind-catalog = Artículos
import-kind-inventory = Existencias
import-kind-sales = Ventas
import-kind-both = Artículos y existencias
import-state-uploading = Subida interrumpida
import-state-checking = Comprobando
import-state-asking = Pregunta algo
import-state-ready = Lista para importar
import-state-running = Importando
import-state-done = Terminada
import-state-failed = No leída
import-state-stopped = Abandonada
import-state-undoing = Deshaciendo
import-state-undone = Deshecha
import-state-discarded = Cancelada
import-source-shopify-products = Productos de Shopify
import-source-shopify-inventory = Inventario de Shopify
import-source-square-library = Catálogo de Square
import-source-woocommerce = Productos de WooCommerce
import-source-stockroom = una exportación de Stockroom
import-source-generic = una tabla
export-title = Sacar archivos
export-text = Cada uno se puede volver a importar y no cambia nada si usted no lo cambia.
export-catalog = Artículos
export-inventory = Existencias por lugar
export-shopify-inventory = Existencias para Shopify
import-steps = Pasos de la importación
import-step-upload = Subida
import-step-options = Opciones
import-step-check = Comprobación
import-step-import = Importación
import-check-title = Compruebe antes de que cambie nada
import-read-as = { $rows ->
    [one] 1 fila
   *[other] { $rows } filas
} · leído como { $source }
import-discard = Cancelar la importación
import-tally-new = Nuevos
import-tally-changed = Cambiados
import-tally-unchanged = Sin cambios
import-tally-refused = Apartadas
import-tally-stock = Existencias
import-tally-units = unidades
import-tally-value = Valor al coste
import-aside-line = Línea { $line }
import-aside-right = Lo correcto sería: { $value }
import-told-both = El archivo contiene artículos y sus existencias: se importan ambos a la vez. Para importar solo uno, elíjalo en «Contiene».
import-told-not-known = { $count ->
    [one] 1 fila no dice nada de existencias (vacía o sin control). No se conoce, que no es 0, y no cambia nada.
   *[other] { $count } filas no dicen nada de existencias (vacías o sin control). No se conocen, que no es 0, y no cambian nada.
}
import-told-not-stock = { $count ->
    [one] 1 línea no es mercancía: envío, comisiones, descuentos.
   *[other] { $count } líneas no son mercancía: envío, comisiones, descuentos.
}
import-told-left-out = { $count ->
    [one] 1 fila es de una ubicación que se deja fuera.
   *[other] { $count } filas son de ubicaciones que se dejan fuera.
}
import-told-stale = { $count ->
    [one] 1 fila está anticuada: las existencias se han movido desde que se hizo el archivo.
   *[other] { $count } filas están anticuadas: las existencias se han movido desde que se hizo el archivo.
}
import-told-short = { $count ->
    [one] 1 venta es de más de lo registrado.
   *[other] { $count } ventas son de más de lo registrado.
}
import-told-bins = { $count ->
    [one] 1 lugar que nombra el archivo se crea en su tienda.
   *[other] { $count } lugares que nombra el archivo se crean en sus tiendas.
}
import-told-unread = No se leen: { $columns }.
import-told-before = El mismo archivo ya se importó antes.
import-told-before-link = Ver esa importación
import-note-rows = { $count ->
    [one] fila { $lines }
   *[other] { $count } filas: { $lines }
}
import-aside-title = { $count ->
    [one] 1 fila está apartada
   *[other] { $count } filas están apartadas
}
import-aside-text = Las demás filas no esperan por estas. Corríjalas aquí, o en el archivo y tráigalo otra vez: las filas ya importadas se reconocen.
import-aside-download = Descargar con los motivos
import-aside-suggestions = { $count ->
    [one] Aceptar la sugerencia
   *[other] Aceptar las { $count } sugerencias
}
import-aside-caption = Filas apartadas, con lo que está mal y lo que sería correcto
import-col-row = Fila
import-col-column = Columna
import-col-sent = Enviado
import-col-wrong = Qué está mal
import-col-right = Qué sería correcto
import-col-decision = Decisión
import-row-empty = (vacío)
import-row-whole = Toda la fila
import-row-right = Valor correcto para la fila { $row }, { $column }
import-row-use = Usar
import-row-skip = Omitir
import-row-back = Retomar
import-row-skip-label = Omitir la fila { $row }
import-row-use-label = Usar para la fila { $row }
import-row-mended = Entra en la próxima pasada
import-row-passed = Dejada fuera
import-changes-title = { $count ->
    [0] No se escribirá ninguna fila
    [one] Se escribirá 1 fila
   *[other] Se escribirán { $count } filas
}
import-changes-undone-title = { $count ->
    [one] Se escribió y se deshizo una fila
   *[other] Se escribieron y se deshicieron { $count } filas
}
import-changes-done-title = { $count ->
    [0] No se escribió ninguna fila
    [one] Se escribió 1 fila
   *[other] Se escribieron { $count } filas
}
import-changes-caption = Qué cambia, valores antiguos y nuevos
import-changes-views = Qué cambios
import-changes-all = Todos
import-changes-new = Nuevos
import-changes-changed = Cambiados
import-changes-stock = Existencias
import-changes-none = Las ventas no se enumeran una a una; las cifras de arriba son las suyas.
import-col-item = Artículo
import-col-what = Qué cambia
import-col-now = Ahora
import-col-becomes = pasa a
import-col-after = Tras importar
import-change-new = Artículo nuevo
import-change-nothing = todavía no está
import-change-not-known = no se conoce
import-change-unpriced = sin precio
import-change-on-hand = { $store }, en existencia
import-change-price = Precio
import-change-cost = Coste
import-change-name = Nombre
import-change-description = Descripción
import-change-brand = Marca
import-change-category = Categoría
import-change-unit = Unidad
import-change-whole = Unidades enteras
import-change-state = Estado
import-change-axes = Opciones
import-change-options = Opciones
import-change-sku = Referencia
import-change-barcode = Código de barras
import-change-supplier-code = Código del proveedor
import-change-image-links = Enlaces de imágenes
import-nothing-written = Todavía no se ha escrito nada.
import-can-be-undone = Una importación se puede deshacer.
import-do = { $count ->
    [one] Importar 1 fila
   *[other] Importar { $count } filas
}
import-options = Opciones
import-do-mended = { $count ->
    [one] Importar 1 fila corregida
   *[other] Importar { $count } filas corregidas
}
import-options-title = Qué contiene este archivo
import-options-sub = Lo que se averiguó está rellenado. Cambie lo que esté mal y haga que se compruebe otra vez.
import-option-auto = Averiguado
import-option-auto-found = Averiguado: { $found }
import-option-kind = Contiene
import-option-source = Viene de
import-option-dates = Las fechas empiezan por
import-dates-day-first = el día
import-dates-month-first = el mes
import-option-decimal = Los decimales se separan con
import-decimal-point = un punto
import-decimal-comma = una coma
import-option-delimiter = Las columnas se separan con
import-delimiter-comma = una coma
import-delimiter-semicolon = un punto y coma
import-delimiter-tab = una tabulación
import-delimiter-bar = una barra vertical
import-option-encoding = Las letras están escritas en
import-option-encoding-hint = Solo si las letras se ven mal.
import-option-store = Las filas sin ubicación son de
import-option-choose-store = Elija una tienda
import-option-overwrite = Donde las existencias aquí son otras
import-overwrite-keep = dejarlas y apartar la fila
import-overwrite-set = ponerlas como en el archivo
import-columns-title = Columnas
import-columns-caption = Las columnas del archivo, sus primeros valores y cómo se leen
import-col-values = Primeros valores
import-col-field = Se lee como
import-column-none = No se lee
import-column-field = Qué es la columna { $column }
import-places-title = Ubicaciones
import-places-text = El archivo las nombra. Las filas de una ubicación van a la tienda que usted elija.
import-places-caption = Ubicaciones del archivo y las tiendas que son
import-col-location = En el archivo
import-col-rows = Filas
import-col-store = Tienda
import-place-choose = Elegir
import-place-skip = Dejar fuera estas filas
import-place-create = Abrir una tienda nueva con este nombre
import-place-store = Tienda para { $place }
import-options-do = Comprobar otra vez
import-checking-title = Comprobando { $file }
import-running-title = Importando { $file }
import-undoing-title = Deshaciendo { $file }
import-busy-text = Puede cerrar esta página: el trabajo sigue, y lo hecho no se pierde.
import-busy-wait = Espera su turno …
import-busy-progress = { $done } de { $total } filas
import-busy-again = Mirar otra vez
import-failed-title = No se pudo importar este archivo
import-stopped-title = Esta importación no ha terminado
import-undo-stopped-title = No se ha terminado de deshacer
# $count (Number): filas
import-partly-written = { $count ->
    [one] Se ha escrito 1 fila.
   *[other] Se han escrito { $count } filas.
} Continúe para escribir el resto, o deshaga la importación.
import-failed-again = Elegir otro archivo
import-retry = Intentar de nuevo
import-go-on = Continuar
import-done-title = El archivo está importado
import-done-sub = { $when }, por { $by }
import-undo = Deshacer esta importación
import-undo-title = ¿Deshacer esta importación?
import-undo-text = Las existencias que trajo se devuelven con contraasientos, línea por línea; nada se borra. Los artículos nuevos se archivan y los valores cambiados se restauran donde nadie los haya tocado después. Lo que no se pueda devolver se indica.
import-undo-do = Deshacer la importación
import-undone-title = La importación está deshecha
import-kept-title = { $count ->
    [one] 1 cosa no está como antes
   *[other] { $count } cosas no están como antes
}
import-kept-caption = Qué no está como antes, y por qué
import-col-why = Por qué
import-discarded-title = Esta importación se canceló
import-discarded-text = No se escribió nada y el archivo ya no está.
import-flash-discarded = La importación se canceló. No se escribió nada.
import-flash-suggestions = Sugerencias aceptadas. Entran en la próxima pasada.
import-uploading-title = Esta subida se interrumpió
import-uploading-text = No llegó el archivo completo. Tráigalo otra vez.
import-upload-failed = La subida se interrumpió. Traiga el archivo otra vez.

## Historial de personas, importaciones y ajustes
did-admin-add-person = Acceso concedido
did-admin-change-role = Función cambiada
did-admin-disable-person = Acceso cerrado
did-admin-enable-person = Acceso permitido de nuevo
did-admin-reset-password = Contraseña nueva creada
did-admin-remove-person = Baja en esta empresa
did-admin-edit-account = Cuenta cambiada
did-admin-change-password = Contraseña propia cambiada
changed-person-name = Nombre
changed-email = Correo electrónico
changed-role = Función
changed-theme = Aspecto
did-admin-begin-import = Archivo subido
did-admin-start-import = Importación iniciada
did-admin-mend-row = Fila corregida
did-admin-pass-over-row = Fila dejada fuera
    .back = Fila retomada
did-admin-take-suggestions = Sugerencias aceptadas
changed-cells = Corregido
changed-rows = Filas corregidas
did-admin-run-mended = Importación de las filas corregidas iniciada
did-admin-end-import-run = Importación finalizada
did-admin-discard-import = Importación cancelada
did-admin-undo-import = Se empezó a deshacer
did-admin-end-import-undo = Importación deshecha
did-admin-sweep-import = Archivo retirado
changed-file = Archivo
changed-new = Filas nuevas
changed-changed = Filas cambiadas
changed-aside = Filas apartadas
did-admin-change-settings = Ajustes cambiados
changed-public-base = { settings-base }
changed-one-person = { settings-one-person }
proof-serial = Piezas
    .hint = Cada pieza numerada está en un sitio o en ninguno, y su fila dice dónde.
proof-lot = Lotes
    .hint = Cada lote lista sus movimientos, y lo que se sigue está distinguido.
proof-serial-twice = Esta pieza está { $found } veces.
proof-serial-astray = Esta pieza está en otro sitio del que dice su fila.
proof-lot-list = Este movimiento y la lista de su lote no coinciden.
proof-lot-untold = Las existencias de este artículo no están distinguidas como el artículo exige.
import-stock-tracked = Este artículo se sigue por lotes o números de serie: recíbalo, cuéntelo o corríjalo con ellos.
import-sale-tracked = Este artículo se sigue, y el archivo no dice qué lote o pieza. Introdúzcalo a mano.
import-kit = Esto es un kit, que no tiene existencias propias. Indique sus componentes.
