### Palabras que comparten todas las salas.

## What went wrong, as a whole
error-invalid = { $count ->
    [one] Hay un campo que revisar.
   *[other] Hay { $count } campos que revisar.
}
error-stale = Alguien ha cambiado esto mientras usted trabajaba. Vuelva a cargarlo para ver las novedades y repita su cambio.
error-not-found = No se encuentra. Puede que esté archivado o que pertenezca a otra persona.
error-forbidden = Su rol no lo permite. Consulte con un propietario de su empresa si lo necesita.
error-foreign = Esto no se envió desde una página nuestra, o la página era demasiado antigua. No se cambió nada. Abra la página de nuevo y repítalo.
error-signed-out = Su sesión está cerrada. Inicie sesión de nuevo para continuar.
error-too-many = { $seconds ->
    [one] Demasiados intentos. Vuelva a intentarlo dentro de un segundo.
   *[other] Demasiados intentos. Vuelva a intentarlo dentro de { $seconds } segundos.
}
error-unavailable = Ahora mismo no es posible. No se ha cambiado nada. Vuelva a intentarlo en un momento.
error-timed-out = Esto tarda más de lo que esperamos una respuesta. Lo que se empezó sigue adelante: compruebe si está hecho antes de repetirlo.
error-internal = Algo ha fallado por nuestra parte y no se ha cambiado nada. Si vuelve a ocurrir, comunique esta referencia a soporte: { $reference }.

## What is wrong with a field
field-required = Rellene este campo.
field-too-long = { $max ->
    [one] Aquí cabe un carácter como máximo.
   *[other] Aquí caben { $max } caracteres como máximo.
}
field-control-characters = Contiene caracteres de control invisibles. Escríbalo en lugar de pegarlo.
field-unknown-choice = Elija una de las opciones que se ofrecen.
# $typed (String): what the address says
filter-unknown-choice = «{ $typed }» no es ninguna de las opciones. Elija una o déjelo abierto.
# $typed (String): what the address says
filter-unknown-id = No conocemos «{ $typed }». Deje este campo vacío o elija de nuevo en la lista.
filter-misread = La lista se muestra en cuanto se puede leer su dirección.
cursor-unreadable = Esta dirección no dice por dónde sigue la lista. Empiece por la primera página.
# $store (String): the code that the address names
store-unknown = Ninguna tienda abierta se llama { $store }: se archivó o la dirección está mal escrita. No se hizo nada. Elija la tienda de que se trata y envíe de nuevo.
field-email = No es una dirección de correo. Tiene la forma nombre@example.com.

quantity-not-a-number = Escriba un número con cifras.
quantity-too-many-decimals = Se guardan seis decimales como máximo.
line-unit = Unidad
unit-other-class = { $unit } mide otra cosa: este artículo se lleva en { $base }.
unit-unknown = Este artículo no tiene la unidad { $unit }. Elija una de sus unidades o añádale esta en su página.
quantity-too-small = Es menos de lo que se puede llevar: menos de una millonésima de la unidad base.
quantity-too-large = Este número es demasiado grande. Caben 13 cifras antes de la coma.
quantity-not-positive = Escriba un número mayor que cero.
quantity-negative = Escriba cero o más.
quantity-not-whole = Escriba un número entero: este artículo se cuenta por piezas.
quantity-ambiguous = Se puede leer de dos maneras. Escriba { $whole } o { $fraction }.
quantity-mark = Aquí los decimales van tras una coma. ¿Quería decir { $right }?

money-not-a-number = Escriba un importe con cifras.
money-too-many-decimals = { $max ->
    [one] Se guarda un decimal como máximo.
   *[other] Se guardan { $max } decimales como máximo.
}
money-too-large = Este importe es demasiado grande. Caben 13 cifras antes de la coma.
money-negative = Escriba un importe de cero o más.
money-ambiguous = Se puede leer de dos maneras. Escriba { $whole } o { $fraction }.
money-mark = Aquí los decimales van tras una coma. ¿Quería decir { $right }?
money-other-currency = Está en otra moneda. Aquí los importes van en { $expected }.
currency-unknown = No es un código de moneda. Tiene tres mayúsculas, por ejemplo EUR.

date-not-a-date = No es una fecha. Escriba día, mes y año, por ejemplo { $example }.
date-no-such-day = Ese mes no tiene ese día.
date-out-of-range = Escriba una fecha entre 1900 y 2199.
date-in-future = Esta fecha aún no ha llegado. Escriba hoy o un día anterior.

gtin-not-one = No es un número de código de barras. Tiene 8, 12, 13 o 14 cifras.
gtin-check-digit = La última cifra no cuadra con las demás; debería ser { $expected }. Busque una errata o escanee el código.
## What the API expects where it cannot read a value
field-unreadable = Este valor no sirve en este campo. El documento de la API en /api/v1/openapi.json dice cuál sirve.
field-expects-text = En este campo se espera un texto, entre comillas.
field-expects-number = En este campo se espera un número.
field-expects-whole = En este campo se espera un número entero.
field-expects-yes-no = En este campo se espera true o false.
field-expects-list = En este campo se espera una lista, entre corchetes.
field-expects-object = En este campo se espera un objeto, entre llaves.
field-expects-id = En este campo se espera un identificador, como 0195f3a1-7c2e-7d10-9b1e-3f0a5c2d8e41.
field-expects-date = En este campo se espera una fecha o un momento en ISO 8601, como 2026-11-17.
# $choices (String): every value there is
field-expects-one-of = En este campo se espera uno de estos valores: { $choices }.
field-unknown = Este campo no existe aquí. Quítelo o corrija su nombre.
# $line (Number), $column (Number): where reading stopped
body-not-json = El contenido no es un objeto JSON: vea la línea { $line }, carácter { $column }.
query-unreadable = La dirección contiene parámetros que no se pueden leer.
body-too-large = Es más grande de lo que aceptamos. Divídalo y envíe las partes.
tenant-slug-invalid = El nombre corto de una empresa tiene de 2 a 40 minúsculas, cifras y guiones.
tenant-slug-taken = Ya hay una empresa con ese nombre corto.
idempotency-key-invalid = Este formulario no se puede volver a enviar así. Vuelva a cargar la página.
idempotency-key-reused = Esto ya se envió una vez, con otro contenido. Vuelva a cargar la página.
request-still-running = Lo mismo ya se está haciendo. Espere un momento y compruebe si está hecho.
# What a program sends, not a person

## The trade's kinds
status-available = Disponible
status-damaged = Dañado
status-quarantine = Cuarentena

place-zone = Zona
place-aisle = Pasillo
place-bin = Ubicación
place-supplier = Proveedor
place-customer = Cliente
place-loss = Pérdida
place-found = Hallazgo
place-transit = En camino

posting-opening = Existencias iniciales registradas
posting-receipt = Recibido
posting-sale = Vendido
posting-sale-return = Devuelto
posting-adjustment = Ajustado
posting-move = Movido
posting-status-change = Estado cambiado
posting-transfer-ship = Enviado
posting-transfer-receive = Llegado
posting-transfer-cancel = Traspaso cancelado
posting-count = Contado
posting-reversal = Deshecho
posting-count-offset = Se mantiene lo contado

reason-damaged = Dañado
    .stock = Lo saca de las existencias.
    .cost = Su coste pasa a ser una pérdida.
reason-stolen = Robado
    .stock = Lo saca de las existencias.
    .cost = Su coste pasa a ser una pérdida por robo.
reason-lost = Perdido
    .stock = Lo saca de las existencias.
    .cost = Su coste pasa a ser una pérdida.
reason-expired = Caducado
    .stock = Lo saca de las existencias.
    .cost = Su coste pasa a ser una pérdida por caducidad.
reason-given-away = Regalado
    .stock = Lo saca de las existencias.
    .cost = Su coste pasa a ser un gasto de publicidad.
reason-own-use = Uso propio
    .stock = Lo saca de las existencias.
    .cost = Su coste pasa a ser un gasto de la empresa.
reason-found = Encontrado
    .stock = Lo suma a las existencias.
    .cost = Entra al coste actual.
reason-count-error = Error de recuento
    .stock = Corrige las existencias, al alza o a la baja.
    .cost = La diferencia pasa a ser una pérdida o una ganancia.
reason-other = Otro motivo
    .stock = Cambia las existencias como usted indique.
    .cost = La diferencia pasa a ser una pérdida o una ganancia. Añada una nota.

role-owner = Propietario
    .hint = Puede hacerlo todo y decide los permisos de los demás.
role-manager = Encargado
    .hint = Lleva las tiendas: existencias, recuentos, importaciones, artículos.
role-clerk = Dependiente
    .hint = Trabaja en la tienda: vende, recibe, mueve y cuenta.
role-buyer = Comprador
    .hint = Lleva el catálogo y las compras.
role-accountant = Contable
    .hint = Lo ve todo, también costes y valores; no cambia nada.

door-page = en la web
door-api = por la API
door-import = por importación
door-floor = en un teléfono
door-job = automáticamente
door-command = desde la línea de comandos
actor-system = Stockroom

## Units: a number with its unit, and the unit's name for menus
unit-each = { $count ->
    [one] { $count } pieza
   *[other] { $count } piezas
}
    .name = Pieza
unit-pack = { $count ->
    [one] { $count } paquete
   *[other] { $count } paquetes
}
    .name = Paquete
unit-box = { $count ->
    [one] { $count } estuche
   *[other] { $count } estuches
}
    .name = Estuche
unit-case = { $count ->
    [one] { $count } caja
   *[other] { $count } cajas
}
    .name = Caja
unit-case-of = Caja de { $size }
unit-g = { $count } g
    .name = Gramo
unit-kg = { $count } kg
    .name = Kilogramo
unit-cm = { $count } cm
    .name = Centímetro
unit-m = { $count } m
    .name = Metro
unit-ml = { $count } ml
    .name = Mililitro
unit-l = { $count } l
    .name = Litro

## Actions
action-save = Guardar
action-cancel = Cancelar
action-back = Volver
action-search = Buscar
action-close = Cerrar
action-undo = Deshacer
action-edit = Editar
action-archive = Archivar
action-restore = Restaurar
action-add = Añadir
action-remove = Quitar
action-export = Exportar
action-import = Importar
action-apply = Aplicar
action-reload = Volver a cargar
action-more = Más
action-open = Abrir
action-help = Ayuda

## Navigation and frame
nav-label = Menú principal
nav-label-phone = Menú principal, teléfono
nav-here = Usted está aquí
nav-skip = Ir al contenido
nav-home = Inicio
nav-catalog = Catálogo
nav-stock = Existencias
nav-counts = Recuentos
nav-labels = Etiquetas
nav-floor = Modo tienda
nav-scan = Escanear
nav-settings = Ajustes
nav-imports = Importaciones
nav-people = Personas
nav-stores = Tiendas
nav-verify = Comprobación del registro
nav-overview = Resumen
nav-history = Historial
nav-notifications = Avisos

search-label = Buscar o escanear
search-clear = Borrar la búsqueda
store-switch = Cambiar de tienda
store-all = Todas las tiendas
theme-label = Aspecto
theme-light = Claro
theme-dark = Oscuro
theme-system = Como el dispositivo
language-label = Idioma
account-label = Su cuenta, { $name }
account-sign-out = Cerrar sesión
shortcuts-title = Atajos de teclado
palette-title = Búsqueda y comandos
palette-placeholder = Artículo, código de barras, página o acción
palette-go = Ir a
palette-do = Hacer
palette-items = Artículos
palette-stores = Tiendas
palette-all = Todos los artículos con «{ $q }»
palette-none = Nada aquí se llama así.
palette-choose = elegir
palette-open = abrir
palette-close = cerrar
key-palette = Buscar todo, ir a cualquier parte
key-search = Buscar en esta lista
key-help = Mostrar estas teclas
key-move = Recorrer los resultados
key-open = Abrir lo marcado
key-close = Cerrar lo que flota
key-range = Seleccionar todas las filas hasta esta
key-shift = Mayús
key-click = clic
key-single = Teclas sueltas activadas ( / y ? )

unsaved-title = ¿Salir sin guardar?


notice-saved = Guardado.
notice-undone = Deshecho.
notice-archived = Archivado.
notice-restored = Restaurado.

## Tables and lists
table-rows = { $count ->
    [0] Ninguna fila
    [one] { $count } fila
   *[other] { $count } filas
}
table-columns = Columnas
table-filters = Filtros
table-filter-remove = Quitar el filtro { $name }
table-filters-clear = Quitar todos
table-nothing-found = Sin resultados
    .hint = Pruebe con menos palabras o quite un filtro.
table-nothing-so-far = Nada por ahora
    .hint = Estas palabras están en muchos artículos, pero aún no juntas. Siga en la página siguiente o escriba una palabra menos común.
table-select = Seleccionar { $name }
table-select-all = Seleccionar todo
table-selected = { $count ->
    [one] { $count } seleccionado
   *[other] { $count } seleccionados
}
table-selection-clear = Anular la selección
table-compact = Compacta
table-roomy = Amplia
table-views = Vistas guardadas
table-view-save = Guardar vista
bulk-selected = Selección
table-selected-do = Qué hacer con las filas seleccionadas
list-view-name = Nombre de la vista
list-view-hint = Guarda estos filtros y columnas para usted. Una del mismo nombre se sustituye.
list-view-saved = La vista { $name } está guardada.
list-view-removed = La vista se ha quitado.
list-view-remove = Quitar la vista { $name }
list-views-full = No cabe otra vista: { $count } es el máximo. Quite antes una.
list-view-effect = Solo la ve usted.
list-view-query = Estos filtros no se pueden guardar como vista. Quite antes algunos.
list-column-up = Adelantar { $name }
list-column-down = Retrasar { $name }
list-columns-show = Mostrar estas
list-columns-reset = Como siempre
bulk-labels = Imprimir etiquetas
bulk-count = Planificar recuento
bulk-activate = Activar
bulk-none = No había nada seleccionado. Marque filas y luego elija qué hacer.
bulk-state-done = Cambiados: { $done }. Sin cambios: { $left }.
table-total = Total
table-as-table = Mostrar como tabla
count-and-more = más de { $count }

pager-label = Páginas
pager-first = Primera página
pager-next = Siguiente

## Short words
as-of = datos de { $time }
not-known-here = No se conoce aquí
    .hint = En esta tienda nunca se han registrado existencias de este artículo. No es lo mismo que cero.
none = Ninguno
unknown = Desconocido
all = Todo
yes = Sí
no = No
optional = opcional
note = Nota
details = Detalles
name = Nombre
who = Quién
when = Cuándo
why = ¿Por qué?
state-draft = Borrador
state-active = Activo
state-archived = Archivado
by-person = por { $name }
day-today = hoy
day-yesterday = ayer
day-today-heading = Hoy, { $date }
day-yesterday-heading = Ayer, { $date }

## Signing in
signin-title = Iniciar sesión
signin-lead = Hola de nuevo.
signin-lost = Su sesión había terminado antes del envío y no se guardó nada. Inicie sesión y envíelo de nuevo.
signin-unsent = Su sesión había terminado antes del envío y no se guardó nada. Inicie sesión: lo que escribió se conserva y podrá enviarlo.
unsent-title = Aún sin enviar
unsent-lead = No se guardó nada de esto, porque su sesión había terminado antes del envío. Puede enviarlo ahora como { $name }, de { $business }.
unsent-send = Enviar ahora
unsent-leave = Descartar
unsent-several = Lo que escribió no se conservó: pertenece a varias empresas y puede ser para otra. No se guardó nada de ello.
signin-email = Correo electrónico
signin-password = Contraseña
    .show = Mostrar la contraseña
    .hide = Ocultar la contraseña
signin-submit = Iniciar sesión
signin-failed = El correo y la contraseña no coinciden. Revise ambos y vuelva a intentarlo.
signin-forgot = ¿Ha olvidado la contraseña? Pida una nueva a un propietario de su empresa.
signin-tenant = ¿Qué empresa?

## Pages for errors
error-page-401-title = Inicie sesión primero
error-page-409-title = Algo lo impide
error-page-412-title = Alguien fue más rápido
error-page-422-title = Así no se puede aceptar
error-page-403-title = No tiene acceso a esta página
error-page-403-text = Su rol no incluye esta página. Un propietario de su empresa puede cambiarlo.
error-page-404-title = Aquí no hay nada
error-page-404-text = Puede que la dirección esté mal escrita o que lo que había aquí esté archivado.
error-page-store-title = No conocemos esta tienda
# $store (String): the code that the address names
error-page-store-text = Ninguna tienda se llama { $store } aquí. Puede que esté archivada o que la dirección esté mal escrita. Vea esta página en otra tienda, o restaure { $store } en Existencias, Tiendas.
error-page-405-title = Esto no se puede hacer aquí
error-page-405-text = Vuelva atrás e inténtelo desde la propia página.
error-page-413-title = Es demasiado grande
error-page-413-text = El archivo o el formulario supera el tamaño admitido. Divídalo y envíe las partes.
error-page-429-title = Más despacio, por favor
error-page-429-text = Ha sido demasiado a la vez. Espere un momento y vuelva a intentarlo.
error-page-500-title = Algo ha fallado por nuestra parte
error-page-500-text = No se ha cambiado nada. Vuelva a intentarlo; si vuelve a ocurrir, comunique a soporte la referencia de abajo.
error-page-503-title = Volvemos en un momento
error-page-503-text = Stockroom está ocupado o actualizándose. No se ha perdido nada. Vuelva a intentarlo en un minuto.
error-page-reference = Referencia: { $reference }
error-page-home = Ir al inicio

## What a problem of the API is: the page of its type
problem-code = Código
problem-status = Código de estado
problem-means = Qué significa
problem-do = Qué hacer
problem-advice-401 = Abra una sesión con POST /api/v1/sessions y envíe la petición de nuevo con su token.
problem-advice-403 = Pregunte con una cuenta cuyo rol lo permita y con el token de esta sesión. Enviada igual, la petición se rechazará otra vez.
problem-advice-404 = Compruebe el identificador: puede estar mal escrito, archivado o ser de otra empresa. Enviada igual, la petición tampoco encontrará nada.
problem-advice-409 = Lea cómo están las cosas ahora y decida de nuevo. Enviada igual, la petición se rechazará mientras nada cambie.
problem-advice-412 = Lea el objeto de nuevo, tome su nueva versión y repita su cambio.
problem-advice-422 = «errors» en la respuesta nombra cada campo, qué está mal y qué sería correcto. Corríjalo y envíe la petición de nuevo.
problem-advice-429 = Espere los segundos que indica la cabecera Retry-After y envíe la petición de nuevo.
problem-advice-500 = Envíe la petición de nuevo con la misma Idempotency-Key: nada se hace dos veces. Si vuelve a ocurrir, dé la referencia al soporte.
problem-advice-503 = Espere los segundos que indica la cabecera Retry-After, o unos pocos, y envíe la petición de nuevo con la misma Idempotency-Key: nada se hace dos veces.

## Historial
# $name (String): of what it is
history-title = Historial de { $name }
history-sub = Todo lo que se ha cambiado, lo más reciente primero.
history-more = { $count ->
    [one] y otro cambio
   *[other] y otros { $count } cambios
}
history-none = Aún no se ha cambiado nada
    .hint = Lo que se cambie a partir de ahora figurará aquí: quién, cuándo y cómo estaba antes.
change-was = antes:
change-now = ahora:
did-other = Cambiado
changed-name = Nombre
changed-state = Estado
changed-zone = Zona horaria
changed-locale = Idioma

## How pieces are told apart
status-quality-control = Control de calidad
status-safety = Stock de seguridad
channel-till = Caja
channel-pickup = Recogida en tienda
channel-online = Venta en línea
posting-supplier-return = Devuelto al proveedor
tracking = Seguimiento
    .hint = Cómo se distinguen sus piezas. Solo se puede cambiar mientras ninguna existencia quede mal distinguida.
tracking-none = Sin seguimiento
    .hint = Todas sus piezas son iguales.
tracking-lot = Por lote
    .hint = Cada movimiento indica su lote.
tracking-serial = Por número de serie
    .hint = Cada pieza tiene su número y está en un solo sitio.
tracking-lot-expiry = Por lote, con último día
    .hint = Lo que caduca antes se vende antes; lo caducado no se vende.

## How pieces are told apart
## The name of a table that stands under a title of the same words
table-of = { $what }, en tabla
