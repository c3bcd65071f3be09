### The words of the room `stock`: its pages, messages and errors.

## Existencias
stock-title = Existencias
stock-search = Nombre, referencia, código de barras
item = Artículo
item-sku = Referencia
on-hand = En existencia
promised = Comprometido
available = Disponible
offered = Ofrecido
store = Tienda
quantity = Cantidad
unit-cost = Coste por unidad
delivery-note = Albarán
why-number = ¿Por qué { $number }?
errors-title = Hay algo que corregir
stock-sub = Qué hay y dónde, a las { $time }.
# $count (Number): rows shown
stock-caption = Existencias por artículo y tienda, { $count ->
    [one] { $count } fila
   *[other] { $count } filas
 }
stock-caption-store = Existencias de { $store }, { $count ->
    [one] { $count } fila
   *[other] { $count } filas
 }
# $count (Number): stores not shown
stock-more-stores = { $count ->
    [one] Hay otra tienda que no se muestra. Elíjala en el selector.
   *[other] Hay otras { $count } tiendas que no se muestran. Elija una en el selector.
 }
stock-view-all = Todo
stock-view-low = Poco
stock-view-out = Agotado
stock-view-oversold = Sobrevendido
stock-state-in = Hay existencias
stock-state-low = Poco
stock-state-out = Agotado
stock-state-oversold = Sobrevendido
stock-not-known = Aún no se conoce
stock-show-all = Mostrar todas las existencias
stock-empty = Aún no hay artículos
    .hint = Importe el archivo de su sistema actual o cree el primer artículo. Las existencias aparecen aquí con el primer movimiento.
on-hand-after = en existencia
status = Estado
kind = Tipo
reason = Motivo
place = Lugar
places = Lugares
lines = Líneas
days = Días
from-day = Desde
to-day = Hasta
when-hint = Ahora, si no indica otra cosa.
flow-to = a

## Entrada de mercancía
receive-title = Recibir mercancía
receive-sub = Lo que llegó sin pedido.
receive-do = Recibir
receive-effect = Aumenta las existencias. No se pide ni se paga nada.
receive-done = { $quantity } recibidos.

## Lugares y movimientos en palabras
posting-reason = { $what }: { $reason }
place-in-store = { $place }, { $store }
place-with-status = { $place } ({ $status })
place-and-more = { $place } y { $count ->
    [one] otro más
   *[other] { $count } más
 }

## Líneas de un formulario
pick-placeholder = Referencia, código de barras o nombre
pick-which = ¿Cuál?
pick-several = { $count ->
    [one] ¿Es este?
   *[other] Coinciden { $count } artículos. Elija uno.
 }
pick-unknown = No conocemos ningún artículo con este código o nombre. Revise lo escrito o cree antes el artículo.
pick-no-item = Este código no corresponde a un artículo.
line-add = Añadir una línea
lines-caption = { $what }, línea por línea
line-drop = Quitar la línea
line-drop-number = Quitar la línea { $number }
line-field = { $field }, línea { $number }
choose-place = Elija un lugar
choose-store = Elija una tienda
choose-status = Elija un estado
place-default = El lugar predeterminado de la tienda
place-wherever = Donde esté
place-from = De
place-to = A

## Venta
sell-title = Vender
sell-sub = Una venta de { $store } sin pedido.
sell-do = Vender
sell-effect = Reduce las existencias, primero del lugar predeterminado.
sell-done = { $quantity } vendidos.
unit-price = Precio por unidad
receipt-number = Número de ticket

## Devolución
takeback-title = Aceptar devolución
takeback-sub = Lo que un cliente devuelve en { $store }.
takeback-do = Aceptar devolución
takeback-effect = Aumenta las existencias. Solo lo disponible puede volver a venderse.
takeback-done = { $quantity } devueltos.
return-status = Vuelve como

## Existencias iniciales
opening-title = Registrar existencias iniciales
opening-sub = Lo que había en { $store } cuando empezó con Stockroom.
opening-do = Registrar existencias
opening-effect = Aumenta las existencias, una vez por artículo y lugar. Los cambios posteriores son ajustes.
opening-done = { $quantity } registrados.
opening-reference = Lista

## Mover
move-title = Mover
move-sub = De un lugar de { $store } a otro.
move-do = Mover
move-effect = Las existencias de la tienda no cambian.
move-done = { $quantity } movidos.

## Cambiar el estado
status-title = Cambiar el estado
status-sub = Apartar mercancía de { $store }, o volver a ponerla a la venta.
status-do = Cambiar el estado
status-effect = Las existencias de la tienda no cambian. Solo se puede vender lo disponible.
status-done = Estado de { $quantity } cambiado.
status-from = De
status-to = A

## Ajustar
adjust-title = Ajustar existencias
adjust-sub = ¿Qué artículo de { $store } no está como dicen los libros?
adjust-item-sub = { $item }, en { $store }
adjust-other = Otro artículo
adjust-place = { $place } · { $status }: { $quantity } en existencia
adjust-places-known = Donde está
adjust-places-new = Donde nunca estuvo
adjust-mode = Este número es
adjust-to = Lo que hay ahora
    .hint = Los libros pasan a decirlo.
adjust-by = El cambio
    .hint = Más, o con un menos, menos.
adjust-effects = { $stock } { $cost }
adjust-effect = El cambio queda en el historial con su motivo y se puede deshacer.
adjust-do = Ajustar existencias
adjust-done-more = Existencias aumentadas en { $quantity }.
adjust-done-less = Existencias reducidas en { $quantity }.
adjust-nothing = Los libros ya lo dicen. No se ha cambiado nada.
adjust-stale = Ha habido movimientos desde que abrió la página. Mire el número de ahora y decida de nuevo.
adjust-one-way = Indique o bien el cambio o bien lo que hay ahora.

## Movimientos
movements-title = Movimientos
movements-days-reversed = El primer día es posterior al último: no puede haber nada entre ambos. Cambie uno de los dos.
movements-sub = Todas las tiendas, los más recientes primero.
movements-sub-store = { $store }, los más recientes primero.
movements-time = Hora
movements-what = Qué pasó
movements-where = De y a
movements-change = Cambio
movements-after = Queda allí
movements-newest = Más recientes
movements-older = Más antiguos
movements-one-place = Un lugar
movements-none = Aún no se ha movido nada
    .hint = Reciba mercancía, registre existencias iniciales o importe un archivo; cada movimiento queda aquí para siempre.
movements-none-here = Nada hasta aquí
    .hint = Hay movimientos más antiguos que aún no se han mirado. Siga más abajo.

## Por qué un número es el que es
why-sub = { $item }, en { $place }
why-story = Cómo se llega a él
why-panel-title = { $what } en { $place }
why-counted = Contado, { $date }
why-opened = Existencias iniciales, { $date }
why-carried = Viene de antes de { $date }
why-sales = { $what } en { $count ->
    [one] { $count } venta
   *[other] { $count } ventas
 }
why-times = { $what }, { $count ->
    [one] una vez
   *[other] { $count } veces
 }
why-once = { $what }, { $date }
why-document = Detalles
why-show = Mostrar
why-movements = Mostrar los movimientos
why-where = Dónde está
why-where-caption = { $item } por lugar
why-not-for-sale = Dañado o en cuarentena

## Un asiento
posting-title = { $what } { $when }
posting-booked = Anotado
posting-day = Día de la tienda
posting-door = Cómo
posting-effect = Efecto
posting-beside = Acompaña a
posting-late = el asiento correspondiente
posting-counted-since = Contado desde entonces
    .link = lo contado se mantiene
posting-reference = Número
posting-reverses = Deshace otro asiento
posting-undone = Deshecho
posting-partly-undone = Deshecho en parte
posting-counter-entry = Contraasiento
posting-line-undone = Deshecho
posting-more-lines = Estas son las primeras líneas; hay más.
posting-selected = Seleccionado
posting-lines-gone = Algunas de estas líneas ya se deshicieron, o nunca existieron.
table-selected-head = Seleccionar
reverse-title = Deshacer
reverse-effect = Un contraasiento devuelve todo a donde estaba. Ambos quedan en el historial.
reverse-why = ¿Por qué?
reverse-do = { $count ->
    [one] Deshacer esta línea
   *[other] Deshacer las { $count } líneas
 }
reverse-some = Deshacer estas líneas
reverse-done = { $count ->
    [one] Una línea deshecha. Este es su contraasiento.
   *[other] { $count } líneas deshechas. Este es el contraasiento.
 }
reverse-short = { $item }: allí ya solo hay { $available }; no se pueden retirar { $wanted }.

## Traspasos
transfer = Traspaso
transfers-title = Traspasos
transfers-sub = Mercancía en camino de una tienda a otra.
transfers-open = En camino
transfers-none = No hay traspasos
    .hint = Un traspaso saca mercancía de una tienda y la mantiene en camino hasta que la otra la recibe.
transfer-heading = Traspaso { $code }
transfer-draft = Borrador
transfer-shipped = En camino
transfer-partly = Llegado en parte
transfer-received = Llegado
transfer-cancelled = Cancelado
transfer-from = De
transfer-to = A
transfer-sent-on = Enviado el
transfer-sent-by = enviado { $date } por { $name }
transfer-quantity = Enviado
transfer-arrived = Llegado
transfer-damaged = Dañado
transfer-missing = Perdido
transfer-returned = Devuelto
transfer-left = En camino
history-detail = { $who }, { $when }
ship-title = Enviar mercancía
ship-sub = De { $store } a otra tienda.
ship-do = Enviar
ship-effect = Saca la mercancía de esta tienda; queda en camino hasta que la otra la recibe.
ship-done = { $quantity } enviados.
arrive-title = Recibir lo que llegó
arrive-good = En buen estado
arrive-damaged = Dañado
arrive-close = No llegará nada más
    .hint = Lo que sigue en camino se da por perdido.
arrive-caption = Lo que llegó, línea por línea
arrive-effect = Lo que llegó va a su sitio; el resto sigue en camino.
arrive-do = Recibir
arrive-damage = Por qué hay algo dañado
arrive-over = Si llegó más de lo enviado
    .none = No llegó nada de más
    .hint = Lo que hay de más solo se recibe si dice de dónde viene.
over-sender = El remitente empaquetó más
    .hint = Sale del estante del remitente, hasta donde su registro lo tenga allí.
over-found = Nadie sabe de dónde
    .hint = Se registra como encontrado.
arrive-lost = Por qué se perdió el resto
arrive-more = Apareció más de este traspaso
arrive-more-effect = Va a su sitio, junto a lo que ya llegó.
# $quantity (String)
transfer-more = { $quantity } más de lo enviado
transfer-surplus = De más
transfer-done = El traspaso { $code } ha llegado.
transfer-done-partly = Recibido. Una parte de { $code } sigue en camino.
cancel-title = Cancelar el traspaso
cancel-effect = Lo que llegó se queda. Ambas cosas se pueden deshacer mientras la mercancía siga donde fue.
cancel-do = Cancelar el traspaso
cancel-to = Qué pasa con lo que está en camino
cancel-home = Vuelve al remitente
    .hint = Al sitio predeterminado del remitente.
cancel-write-off = Se da por perdido
    .hint = Perdido en el camino, como pérdida de la tienda receptora.
cancel-reason = Por qué se perdió
    .none = Solo si se da por perdido
cancel-sent-by-mistake = Enviado por error
cancel-done = El traspaso { $code } se ha cancelado.

## Tiendas y sus lugares
stores-title = Tiendas
stores-sub = Tiendas y almacenes, cada uno con sus lugares.
stores-search = Nombre o código
stores-nothing-so-far = Nada por ahora
    .hint = Hay tiendas que aún no se han mirado. Siga en la página siguiente.
store-code = Código
    .hint = De 2 a 16 mayúsculas, cifras o guiones, por ejemplo MADRID. Se imprime en las estanterías y no cambia.
store-zone = Zona horaria
    .hint = Por ejemplo, Europe/Madrid.
store-currency = Moneda
    .hint = Tres letras, por ejemplo EUR.
store-open = Abierta
store-new = Abrir una tienda
store-new-sub = Empieza con un lugar para la mercancía; puede haber más.
store-new-effect = Todavía no hay existencias allí.
store-new-do = Abrir la tienda
store-opened = { $name } está abierta.
store-has-stock = { $count ->
    [one] Aquí queda un artículo en existencia. Muévalo o dele de baja antes.
   *[other] Aquí quedan { $count } artículos en existencia. Muévalos o deles de baja antes.
 }
store-has-transfers = { $count ->
    [one] Un traspaso de o hacia aquí sigue en camino. Recíbalo o cancélelo antes.
   *[other] { $count } traspasos de o hacia aquí siguen en camino. Recíbalos o cancélelos antes.
 }
place-scan = Código para escanear
places-caption = Lugares de { $store }
places-labels = Imprimir etiquetas
place-add = Añadir un lugar
place-added = Lugar { $place } añadido.
place-edit = Cambiar { $place }
place-menu = Qué hacer con { $place }
place-code = Código
    .hint = Hasta 32 letras, cifras, puntos, guiones o guiones bajos, por ejemplo F3-02.
place-name-hint = Su código, si no le da un nombre.
place-parent = Dentro de
place-top = La propia tienda
place-is-default = Predeterminado
place-make-default = Hacerlo predeterminado
place-negative = Puede bajar de cero
    .hint = Una caja puede vender aquí lo que aún no se anotó.
place-stock = Lo que hay aquí
place-stock-caption = Lo que hay en { $place }, artículo por artículo
place-with-inside = Con los lugares que contiene
place-only-here = Solo aquí
place-inside = Lugares que contiene
place-inside-caption = Lugares dentro de { $place }
place-inside-more = Hay más. Búsquelos por su código entre los lugares de la tienda.
place-in-places = { $count ->
    [one] { $count } lugar
   *[other] { $count } lugares
 }
place-empty = Aquí no hay nada
    .hint = Lo que se recibe, se mueve o se cuenta aquí aparece con sus cantidades.
place-nothing-so-far = Nada en esta página
    .hint = Aquí hay mucho, pero ninguno de los artículos revisados hasta ahora. Siga en la página siguiente.
place-move = Mover desde aquí
place-count = Contarlo
place-label = Imprimir su etiqueta
places-search = Comienzo del código de un lugar
places-more = Hay más lugares de los que se muestran. Busque uno por su código.
place-archived = { $place } se acaba de archivar. Elija otro lugar o recupere este primero.
place-other-store = { $place } es una ubicación de { $store }. Elija una de esta tienda, o primero la otra tienda.
location-has-stock = { $count ->
    [one] Aquí queda un artículo. Muévalo antes.
   *[other] Aquí quedan { $count } artículos. Muévalos antes.
 }
location-has-places = { $count ->
    [one] Hay un lugar dentro de este. Archívelo o muévalo antes.
   *[other] Hay { $count } lugares dentro de este. Archívelos o muévalos antes.
 }
location-is-default = La mercancía viene aquí cuando nadie dice otra cosa. Elija antes otro lugar predeterminado.
location-inside-itself = Un lugar no puede estar dentro de sí mismo.
location-too-deep = Los lugares pueden tener 32 niveles como máximo.
location-parent-archived = { $place } está archivado. Elija otro lugar o recupere este primero.

## Qué puede estar mal
# $field (String): what it is called; $error (String); $number (Number): the line's
error-in-field = { $field }: { $error }
error-in-line = Línea { $number }, { $field }: { $error }
error-of-line = Línea { $number }: { $error }
variant-twice = Este artículo ya está en otra línea. Reúna las dos en una.
opening-known = Esto ya se registró aquí; los libros dicen { $on_hand }. Haga un ajuste.
move-same-place = Elija otro lugar que no sea el actual.
status-same = Elija otro estado que no sea el actual.
reason-only-takes = Este motivo reduce las existencias. Para aumentarlas, elija «Encontrado» o «Error de recuento».
reason-only-brings = Este motivo aumenta las existencias. Para reducirlas, elija otro.
reason-other-note = Diga en pocas palabras por qué.
transfer-over = Solo hay { $left } en camino. Si llegó más, diga abajo de dónde viene.
transfer-line-twice = Esta línea del traspaso aparece dos veces.
transfer-same-store = Elija otra tienda que no sea la remitente.
transfer-not-open = Ya no hay nada de este traspaso en camino.
transfer-none-came = Escriba cuántas unidades llegaron de al menos una línea, o diga que el resto se ha perdido.
transfer-home-no-loss = Lo que vuelve al remitente no está perdido: no indique por qué se perdió.
transfer-undo-there = Esto pertenece al traspaso { $code } y se deshace allí: cancélelo.
stock-insufficient = Aquí solo hay { $available }; no se pueden sacar { $wanted }.
variant-unknown = Este artículo no existe aquí.
variant-archived = { $sku } está archivado. Recupérelo primero: entonces podrá moverse y contarse otra vez.
variant-draft = { $sku } todavía es un borrador y no está a la venta. Actívelo primero.
lines-none = Añada al menos una línea.
lines-too-many = { $max ->
    [one] Cabe una línea como máximo.
   *[other] Caben { $max } líneas como máximo. Lo que sea mayor se importa como archivo.
 }
posting-already-reversed = Esto ya se deshizo.
posting-is-a-reversal = Esto ya deshace otra cosa y no se puede deshacer. Regístrelo de nuevo.
posting-is-an-offset = Esto acompaña a otro asiento, para que un recuento quede como está. Se deshace con ese recuento.
store-code-invalid = El código de una tienda tiene de 2 a 16 mayúsculas, cifras o guiones, por ejemplo MADRID.
store-code-taken = Otra tienda tiene este código.
location-code-invalid = El código de un lugar tiene hasta 32 letras, cifras, puntos, guiones o guiones bajos, por ejemplo F3-02.
location-code-taken = Otro lugar de esta tienda tiene este código.
zone-unknown = No existe esa zona horaria. Un ejemplo: Europe/Madrid.

## Recuentos
counts-title = Recuentos
counts-sub = Lo que se cuenta, lo que espera revisión, lo que está asentado.
counts-empty-title = Todavía no hay recuentos
counts-empty-text = Planifique uno por ubicación, categoría o artículo y cuéntelo con un teléfono.
count-number = Recuento
count-scope = Qué se cuenta
count-scope-locations = Ubicaciones
count-scope-category = Una categoría
count-scope-items = Algunos artículos
count-scope-everything = Todo
count-state = Estado
count-state-open = Planificado
count-state-counting = En curso
count-state-review = Por revisar
count-state-posted = Asentado
count-state-cancelled = Cancelado
count-lines = Líneas contadas
count-places = Ubicaciones
count-places-finished = Ubicaciones terminadas
count-places-done = { $done } de { $total }
count-places-caption = Ubicaciones de este recuento y su avance
count-planned = Planificado
count-planned-by = planificado por { $name }, { $day }
count-asked = { $count ->
    [one] una por recontar
   *[other] { $count } por recontar
}
count-counted-lines = { $count ->
    [one] una línea contada
   *[other] { $count } líneas contadas
}

## Planificar un recuento
count-plan-title = Planificar un recuento
count-plan-sub = Diga qué se cuenta y con cuánto cuidado. Mientras tanto se sigue vendiendo.
count-plan-name-hint = Cómo se llama en la tienda, por ejemplo Estantes delanteros.
count-plan-scope = Qué se cuenta
count-scope-locations-hint = Elija abajo ubicaciones o zonas enteras.
count-scope-category-hint = Todos los artículos de las categorías elegidas abajo, estén donde estén.
count-scope-items-hint = Solo los artículos indicados abajo.
count-scope-everything-hint = Cada artículo de la tienda.
count-plan-locations = Ubicaciones
count-plan-categories = Categorías
count-plan-items = Artículos
count-plan-items-hint = Una referencia o un código de barras por línea.
count-plan-unknown = No existe el artículo { $code }.
count-plan-blind = Contar a ciegas
count-plan-blind-hint = Nadie ve lo esperado hasta enviar el recuento. Así se cuenta con más honestidad.
count-plan-rule = Volver a contar
count-plan-rule-hint = Una diferencia mayor la recuenta otra persona antes de poder aceptarse.
count-plan-limit-quantity = Más unidades que
count-plan-limit-value = Valor al coste superior a
count-plan-effect = Nada cambia hasta aprobar y asentar las diferencias.
count-plan-do = Planificar el recuento
count-plan-done = { $number } está planificado y espera en la tienda.

## Un recuento
count-steps = Pasos de este recuento
count-step-counted = Contado
count-step-review = Revisión
count-step-posted = Asentado
count-is-blind = A ciegas
count-go-floor = Contar en la tienda
count-submit = Enviar a revisión
count-submit-done = Enviado. Ahora alguien revisa las diferencias.
count-submit-anyway = Enviar de todos modos
count-submit-title = { $count ->
    [one] Queda una ubicación sin terminar
   *[other] Quedan { $count } ubicaciones sin terminar
}
count-submit-text = Lo que no se escaneó allí queda como no contado, nunca como cero. La revisión lo enumera.
count-review-go = Revisar
count-cancel = Cancelar el recuento
count-cancel-not = Seguir contando
count-cancel-title = ¿Cancelar este recuento?
count-cancel-text = Lo escaneado queda registrado, pero no se asienta nada.
count-cancel-done = El recuento está cancelado.
count-place = Ubicación
count-place-open = Sin empezar
count-place-finished = Terminado por { $name }, { $time }
count-to-recount = Por recontar

## Revisar un recuento
count-review-title = Revisar { $name }
count-counted-by = contado por { $names }, { $day }, de { $from } a { $to }
count-match = Coinciden
count-differ = Difieren
count-uncounted = Sin contar
count-missing-found = Faltante y encontrado
count-net = Neto al coste
count-unvalued = { $count ->
    [one] una de valor desconocido
   *[other] { $count } de valor desconocido
}
count-differ-title = { $count ->
    [one] Una línea difiere
   *[other] { $count } líneas difieren
}
count-differ-caption = Líneas que difieren, con valor y decisión
count-uncounted-title = { $count ->
    [one] Un artículo no se contó
   *[other] { $count } artículos no se contaron
}
count-uncounted-hint = Sin contar no es cero. Nada cambia para estos hasta que alguien lo diga.
count-uncounted-caption = Artículos con existencias que nadie contó
count-expected = Esperado
count-counted = Contado
count-difference = Diferencia
count-value = Valor al último coste
count-known = Lo que sabemos
count-last-moved = Último movimiento
count-decision = Decisión
count-decision-for = Decisión para { $item }
count-accept = Aceptar
count-recount = Recontar
count-reject = Descartar
count-count = Contar
count-leave = Dejar
count-waits-recount = Espera recuento
count-line-is-posted = Asentado
count-moved = Se movió durante el recuento
count-books-at = Según los libros está en { $place }: se traslada aquí
count-books-on-its-way = Según los libros está en camino a { $store }
count-books-elsewhere = Según los libros está en { $store }, en { $place }: { $status }
count-stray = Fuera del plan de este recuento
count-before = Primer recuento: { $quantity }
count-over-quantity = Supera el límite de unidades: se pide un segundo recuento
count-over-value = Supera el límite de valor: se pide un segundo recuento
count-over-unknown = No se conoce su valor: se pide un segundo recuento
count-mine = Contado por usted
count-by = Contado por { $names }
count-accept-under = Aceptar todo por debajo de
count-accept-under-do = Aceptarlas
count-review-all-right = Todo lo contado coincide con los libros.
count-reason = Por qué aprueba su propio recuento
count-reason-hint = Trabaja solo: mire otra vez y diga qué vio. Queda registrado.
count-bar = { $accepted } aceptadas, { $asked } por recontar, { $undecided } por decidir.
count-bar-may = Usted no contó aquí, así que puede aprobar.
count-bar-mine = Usted contó una parte; otra persona aprueba esas líneas.
count-bar-one = Usted contó aquí y trabaja solo: dé un motivo.
count-decide = Guardar decisiones
count-decide-done = Decidido: { $accepted } aceptadas, { $recounted } por recontar, { $rejected } descartadas.
count-decide-nothing = No se decidió nada nuevo.
# $left (Number): lines left, whose value is not known
count-decide-left = Decidido: { $accepted } aceptadas, { $recounted } por recontar, { $rejected } descartadas. { $left ->
    [one] Quedó una línea: no se conoce su valor.
   *[other] Quedaron { $left } líneas: no se conoce su valor.
 }
count-post = { $count ->
    [one] Asentar un ajuste, { $value }
   *[other] Asentar { $count } ajustes, { $value }
}
count-post-cut-short = { $count ->
    [0] Asentado. No hubo que cambiar nada.
    [one] Asentado: se corrigió una línea.
   *[other] Asentado: se corrigieron { $count } líneas.
} { $short ->
    [one] Según los libros, de un lote queda ya menos de lo que faltaba; se retiró lo que queda. Vuelva a contarlo.
   *[other] Según los libros, de { $short } lotes queda ya menos de lo que faltaba; se retiró lo que queda. Vuelva a contarlos.
}
count-post-matched = Asentar
count-post-done = { $count ->
    [0] Asentado. No hubo que cambiar nada.
    [one] Asentado: se corrigió una línea.
   *[other] Asentado: se corrigieron { $count } líneas.
}

## Códigos que no son de nada
count-unknown = Códigos desconocidos
count-unknown-title = { $count ->
    [one] Un código desconocido
   *[other] { $count } códigos desconocidos
}
count-unknown-hint = Estos escaneos se conservan. Diga qué son o descártelos.
count-unknown-line = { $quantity } en { $place }, escaneado por { $who }
count-unknown-item = Referencia o código del artículo
count-unknown-which = Podría ser { $items }.
count-unknown-link = Vincular
count-unknown-aside = Descartar
count-unknown-link-done = { $count ->
    [one] Un escaneo cuenta ahora en el artículo.
   *[other] { $count } escaneos cuentan ahora en el artículo.
}
count-unknown-aside-done = { $count ->
    [one] Se descartó un escaneo.
   *[other] Se descartaron { $count } escaneos.
}

## Lo que el recuento rechaza
count-scope-empty = Elija al menos uno.
count-scope-large = { $max ->
    [one] Uno como máximo.
   *[other] { $max } como máximo. Cuente todo o haga varios recuentos.
}
count-closed = Este recuento ya no admite escaneos.
count-line-decided = Esta línea ya está decidida.
count-recount-other = Usted ya lo contó. Otra persona lo recuenta.
count-place-outside = Esta ubicación no es parte del recuento.
count-code-unreadable = Este código no se puede leer. Escanéelo otra vez.
count-undo-nothing = Ese escaneo no existe.
count-undo-other = Solo quien lo escaneó o quien revisa puede deshacerlo.
count-blind = Este recuento es a ciegas: las diferencias se ven al enviarlo.
count-nothing-counted = Todavía no se ha contado nada.
count-not-in-review = Este recuento no está en revisión.
count-line-posted = Esta línea ya está asentada.
count-line-moved = Aquí se movieron existencias durante el recuento: antes se recuenta.
count-line-stray = Esto no está en el plan del recuento. Revíselo y acéptelo por separado.
count-line-uncounted = Aún no se ha contado: no hay nada que aceptar.
count-needs-recount = La diferencia supera el límite: antes la recuenta otra persona.
count-own-line = Usted lo contó: lo acepta otra persona.
count-own-post = Usted contó algunas de estas líneas: las asienta otra persona.
count-reason-needed = Mire otra vez y diga por qué acepta su propio recuento.
count-nothing-to-post = No hay nada aceptado que asentar.
count-posted = Este recuento ya está asentado.
count-partly-posted = Una parte ya está asentada: no se puede cancelar. Descarte el resto.
count-plan-second = Contar dos veces
    .hint = Otra persona vuelve a contarlo todo, sin ver lo que halló la primera. No donde trabaja una sola persona.

## Programas de recuento
programmes-title = Programas de recuento
programmes-sub = Qué se cuenta en una tienda y cada cuánto. Lo que toca se planifica solo como recuento.
programmes-none = Aún no hay programas de recuento
    .hint = Un programa mantiene contado cada estante sin cerrar la tienda: lo más importante se cuenta más a menudo.
programme-new = Nuevo programa
programme-save = Guardar el programa
programme-effect = Desde su próximo día, lo que toca espera en la tienda como recuento.
programme-done-saved = El programa se ha guardado.
programme-change = Cambiar el programa
programme-name-hint = Así se llaman sus recuentos, con su día.
programme-kind = Qué cuenta
programme-kind-classes = Artículos por clase
    .hint = La clase A, que pesa más, vuelve más a menudo.
programme-kind-places = Sitios por turno
    .hint = Sitios con existencias, primero el contado hace más tiempo.
programme-kind-empty-places = Sitios vacíos
    .hint = Sitios sin existencias en el registro: quien está allí dice si están vacíos.
programme-kind-sample = Una muestra al azar
    .hint = Artículos al azar, para que nadie sepa cuáles.
programme-size = Como máximo por recuento
    .hint = Artículos o sitios.
programme-every = Un recuento cada tantos días
    .hint = Solo si toca algo.
programme-days-a = Otra vez tras tantos días
    .hint = De artículos por clase, los de la clase A. Una muestra no lo tiene en cuenta.
programme-classes = Clases
    .hint = Solo para artículos por clase.
programme-measure = Las clases van por
programme-measure-value = Valor disponible al coste
programme-measure-velocity = Unidades vendidas en 90 días
programme-share-a = La clase A supone, en por ciento
programme-share-b = Las clases A y B juntas, en por ciento
programme-days-b = Clase B otra vez tras (días)
programme-days-c = Clase C otra vez tras (días)
programme-tolerance = Tolerancia
programme-active = Planifica recuentos
    .hint = Sin esto el programa descansa.
programme-rests = Descansa
programme-next = Próximo
programme-last = Último planificado
programme-never = Nunca contado
programme-due = Lo que toca
programme-due-now = Toca
programme-class = Clase
programme-interval = Intervalo en días
programme-items = Artículos
programme-counts = Sus recuentos
programme-counts-none = Aún no hay nada planificado
    .hint = Lo que toca se planifica en su día, o ahora con el botón de arriba.
programme-plan = Planificar lo que toca
programme-nothing-due = No toca nada.
programme-count-open = { $number } de este programa sigue abierto. Termínelo o cancélelo primero.
programme-planned-today = Este programa ya ha planificado un recuento hoy.
number-out-of-range = Escriba un número de { $min } a { $max }.
number-not-whole = Escriba un número entero.
did-stock-save-count-programme = Programa guardado
did-stock-plan-due-count = Se planificó lo que tocaba
## Cuánto aciertan los libros y qué falta
accuracy-title = Exactitud
accuracy-sub = Cuánto acertaba el registro, según lo contado y registrado. Los recuentos deshechos no cuentan.
accuracy-tolerable = Dentro de la tolerancia
accuracy-by-lines = Exactitud por líneas
accuracy-expected = Esperado, al coste
accuracy-off = Diferencia, al coste
accuracy-by-value = Exactitud por valor
shrinkage-title = Merma
shrinkage-sub = Lo registrado como perdido y como encontrado, al coste. Lo deshecho se descuenta. Por quien contó: lo que contó de menos o de más de lo esperado.
shrinkage-lost = Perdido
shrinkage-lost-value = Perdido, al coste
shrinkage-found = Encontrado
shrinkage-found-value = Encontrado, al coste
shrinkage-net = Pérdida neta
figures-from = Desde
figures-to = Hasta
figures-by = Por
figures-by-month = Mes
figures-by-store = Tienda
figures-by-category = Categoría
figures-by-reason = Motivo
figures-by-counter = Quien contó
figures-total = En conjunto
figures-of-none = Ninguna
figures-unvalued = Coste desconocido
figures-none = Nada en estos días
    .hint = Elija otros días u otra tienda.
figures-days-reversed = El último día es anterior al primero.
figures-days-many = Elija menos de { $max } días.
## Notas, fotos y quién investiga una línea
evidence-title = Notas y fotos
evidence-none = No hay nada anotado sobre esta línea.
evidence-add = Anotar algo
evidence-add-do = Añadir
evidence-link = Nota o foto
evidence-of = { evidence-link }: { $item }
evidence-photo = Foto
evidence-photo-hint = JPEG, PNG o WebP, como máximo { $max } MB.
evidence-photo-by = Foto de { $name }
evidence-done = Anotado.
evidence-photo-kind = Esto no es una foto que se pueda mostrar. Elija un JPEG, PNG o WebP.
evidence-photo-large = Esta foto supera los { $max } MB. Haga una más pequeña.
evidence-upload-failed = La foto no llegó entera. Envíela otra vez.
evidence-full = Esta línea ya tiene { $max } notas y fotos.
investigation-title = Investigar
investigation-effect = Hasta que esté hecho, esta línea no se acepta. Las demás no esperan.
investigation-who = Quién
investigation-me = Yo
investigation-until = Hasta
investigation-what = Qué hay que investigar
investigation-open = Hacer que se investigue
investigation-outcome = Qué resultó
investigation-end = Investigación terminada
investigation-done-opened = Alguien investiga esta línea.
investigation-done-ended = Se puede volver a decidir sobre la línea.
investigation-goes-on = En curso
investigation-late = Con retraso
investigation-over-state = Terminada
investigation-by = { $name }, hasta { $day }
investigation-line = { $name } lo investiga hasta { $day }
investigation-past = Elija hoy o un día posterior.
investigation-over = Ya nadie investiga esta línea.
count-line-investigated = Alguien investiga esta línea. Se aceptará cuando termine.
did-stock-add-count-evidence = Línea anotada o fotografiada
did-stock-investigate-count-line = Línea por investigar
did-stock-end-investigation = Línea investigada
did-stock-deal-count-places = Sitios repartidos
changed-looks-into-it = Quién la investiga
changed-until = Hasta
changed-outcome = Qué resultó
changed-places = Sitios
changed-dealt-to = Repartido entre

## Sitios repartidos entre personas
count-deal-title = Quién cuenta dónde
count-deal-effect = Cada persona ve primero sus sitios. Quien pase puede contar cualquiera de todos modos.
count-deal-people = Entre
count-deal-evenly = Repartir por igual
count-deal-each = Sitio por sitio
count-deal-anybody = Quien llegue primero
count-deal-do = Guardar el reparto
count-deal-who = Quién
count-deal-nobody = Marque quién va a contar.
count-deal-done = { $count ->
    [one] Un sitio está repartido.
   *[other] { $count } sitios están repartidos.
}
count-counted-last = Contado por último

## La tienda
floor-to-desk = Al escritorio
floor-counts = Recuentos
floor-no-counts = Nada que contar
floor-no-counts-text = Quien dirige planifica los recuentos en el escritorio.
floor-work = Otro trabajo
floor-receive = Recibir
floor-transfer = Trasladar
floor-label = Imprimir etiquetas
floor-lookup = Consultar
floor-lookup-blind = Las existencias se podrán consultar de nuevo cuando se envíe el recuento a ciegas.
floor-leave = Salir del recuento
floor-place = Ubicación
floor-go = Ir allí
floor-ready = Listo para escanear
floor-ready-hint = o escriba una referencia o un código
floor-mode = Cada escaneo
floor-mode-one = Cada escaneo suma 1
floor-mode-enter = Introducir cantidad
floor-count = Contar
floor-current = Artículo actual
floor-counted-one = Contado, 1 más
floor-counted-fewer = 1 menos
floor-counted-n = Contado: { $quantity }
floor-counted-set = Fijado en { $n }
# $entered (String): 1 case; $pack (String): base units in one, 12 or 1/3; $base (String): 12 pieces
floor-counted-unit = { $entered } de { $pack } = { $base }
floor-unit = Unidad
    .hint = Déjelo vacío para la unidad que indica el código.
count-unit-of-unknown = Nadie conoce aún este código ni cuántas piezas contiene esa unidad. Deje la unidad vacía o escriba las piezas.
floor-undone = Deshecho
floor-sending = enviando…
floor-unknown = No está en el catálogo
floor-unknown-text = Este código no es de ningún artículo. El escaneo se conserva; diga qué es.
floor-unknown-link = Vincular a un artículo
floor-unknown-draft = Crear un borrador de artículo
floor-unknown-later = Decidir después
floor-unknown-later-hint = «Decidir después» lo lleva a la revisión; el recuento sigue.
floor-refused = No contado
floor-stray = No es parte de este recuento
floor-stray-text = Este artículo no es parte de este recuento. El escaneo se conserva para la revisión; siga con el siguiente.
floor-fewer = Uno menos
floor-more = Uno más
floor-here = { $unit }, en esta ubicación
floor-last = Últimos escaneos
floor-none-yet = Aún no se ha escaneado nada.
floor-saved = Guardado
floor-waiting = { $count ->
    [one] { $count } pendiente
   *[other] { $count } pendientes
}
floor-sync-now = Enviar ahora
floor-signed-out = Inicie sesión
floor-no-store = Este navegador no guarda nada. Salga del modo privado o libere espacio.
floor-finish = Terminar { $place }
floor-finish-empty = Sí, { $place } está vacío
floor-finish-wait = Espere a que todo se envíe y termine entonces.
floor-finish-title = ¿Terminar { $place }?
floor-finish-left = { $count ->
    [0] Aquí está todo escaneado
    [one] Un artículo sin escanear
   *[other] { $count } artículos sin escanear
}
# $count (Number): items that the page does not list
floor-finish-more = { $count ->
    [one] Hay otro artículo que no aparece aquí. Queda para la revisión.
   *[other] Hay otros { $count } artículos que no aparecen aquí. Quedan para la revisión.
}
floor-finished = Esa ubicación está terminada.
floor-none-here = Ninguno aquí
floor-empty-ask = Este sitio debería estar vacío. ¿Lo está? Si es así, termínelo; si no, escanee lo que haya.
floor-blind = Lo que el sistema espera queda oculto hasta enviar el recuento.
floor-sound-off = Quitar el sonido
floor-sound-on = Poner el sonido
floor-keyboard = Escribir un código
floor-place-now = Ahora en { $place }
floor-place-other = Esa ubicación no es de este recuento.
floor-asked-title = Vuelva a contar estos
floor-asked-not-mine = lo contó usted; le toca a otra persona
floor-asked-done = contado
floor-quantity-bad = Escriba una cantidad de cero o más.

## Historial de tiendas, recuentos y traspasos
did-stock-create-store = Tienda abierta
did-stock-edit-store = Tienda cambiada
did-stock-archive-store = Tienda archivada
    .back = Tienda restaurada
changed-code = Código
did-stock-create-location = Lugar añadido
did-stock-edit-location = Lugar cambiado
did-stock-archive-location = Lugar archivado
    .back = Lugar restaurado
did-stock-set-default-location = Lugar predeterminado elegido
changed-kind = Tipo
changed-parent = Dentro de
changed-allow-negative = Puede bajar de cero
did-stock-plan-count = Recuento planificado
did-stock-finish-count-place = Ubicación terminada
changed-none = Contados como ausentes
changed-left = Dejados sin contar
did-stock-submit-count = Enviado a revisión
did-stock-decide-count-lines = Diferencias decididas
did-stock-decide-unknown-code = Código desconocido resuelto
did-stock-post-count = Asentado
did-stock-cancel-count = Recuento cancelado
changed-number = Número
changed-store = Tienda
changed-lines = Líneas
changed-count-lines = Líneas contadas
changed-accepted = Líneas aceptadas
changed-recount = Líneas por recontar
changed-rejected = Líneas descartadas
changed-second-look = Segunda mirada
changed-unknown-code = Código escaneado
changed-scans = Lecturas
changed-posted = Líneas que cambian las existencias
changed-cut-short = Lotes de los que quedaba menos de lo que faltaba
changed-matched = Líneas que coinciden
did-stock-ship-transfer = Mercancía enviada
did-stock-receive-transfer = Mercancía recibida
did-stock-cancel-transfer = Traspaso cancelado
did-stock-reverse-posting = Recepción deshecha
changed-from = De
changed-to = A
changed-called-back = Lo que está en camino
transfer-booked = En el registro

## Cierre de los libros
periods-title = Periodos
periods-sub = Hasta dónde están cerrados los libros de cada tienda. Nada de lo que pasó en un día cerrado se registra ya.
period-open = Abierto
period-through = Cerrado hasta
period-counts = Recuentos abiertos
period-on-the-way = Traspasos en camino
period-changed = Último cambio
period-close-title = Cerrar los libros
period-close-effect = Desde entonces, las ventas, entradas y recuentos de ese día y de antes se rechazan en todas partes. Termine antes los recuentos abiertos: lo que hallaron se registra el día en que se contó.
period-close-do = Cerrar los libros
period-reopen-title = Reabrir los libros
period-reopen-effect = Quién los reabrió, cuándo y por qué queda en el historial de cada tienda.
period-keep = Dejar cerrado hasta
    .hint = Sin nada escrito, todo queda abierto.
period-reopen-do = Reabrir los libros
# $day (Date); $count (Number): stores
period-closed-done = Cerrado hasta el { $day }: { $count ->
    [one] una tienda.
   *[other] { $count } tiendas.
 }
# $day (Date); $count (Number): stores
period-reopened-done = Reabierto después del { $day }: { $count ->
    [one] una tienda.
   *[other] { $count } tiendas.
 }
# $count (Number): stores
period-reopened-all-done = Todo está abierto de nuevo: { $count ->
    [one] una tienda.
   *[other] { $count } tiendas.
 }
# $store (String): its code; $day (Date)
period-closed = Los libros de { $store } están cerrados hasta el { $day }. Indique una fecha posterior, o pida a contabilidad que los reabra.
# $day (Date): the last that is over
period-not-over = Ese día no ha terminado hace bastante en todas las tiendas. El último que se puede cerrar es el { $day }.
period-closed-already = Estos libros ya están cerrados hasta ahí.
period-open-already = Estos libros no están cerrados más allá de ese día.
did-stock-close-period = Libros cerrados
did-stock-reopen-period = Libros reabiertos
books-title = Periodos y valoración a lo largo del tiempo
books-sub = Qué días se cerraron y reabrieron, por quién y por qué, y cómo se decidió valorar las existencias.
books-frozen = Fijo desde
books-not-frozen = Todavía no: nada se ha movido.
books-of-store = Lo que se hizo con los libros de esta tienda.
changed-closed-through = Cerrado hasta
changed-reason = Motivo

## Existencias en un momento pasado
as-of-title = Existencias a una fecha
# $day (Date)
as-of-day-end = Al final del { $day }.
# $day (Date); $time (String): 18:00
as-of-instant = El { $day } a las { $time }.
as-of-sub-now = Con lo que se registró tarde, se contó o se deshizo desde entonces.
as-of-sub-then = Como lo decían los libros entonces, sin lo que se registró o se deshizo después.
as-of-known = Qué respuesta
as-of-known-now = Según lo que se sabe hoy
as-of-known-then = Según lo que se sabía entonces
as-of-day = Día
as-of-time = Hora
as-of-sub = Qué había y dónde en cualquier momento del pasado, junto a lo que hay ahora.
as-of-slide = Deslizar hasta un día
    .hint = Las flechas avanzan un día y las teclas de página un mes.
as-of-quick = Consultas frecuentes
as-of-month-end = Fin del mes pasado
as-of-quarter-end = Fin del trimestre pasado
as-of-year-ago = Hace un año
as-of-yesterday = Ayer
as-of-moment = Ahora
# $zone (String): Europe/London
as-of-zone = Zona horaria: { $zone }.
# $day (Date)
as-of-closed = Libros cerrados hasta el { $day }.
as-of-nothing = Aquí aún no se ha movido nada; no hay pasado que mostrar.
# $day (Date)
as-of-before = Aquí aún no se había movido nada: el primer movimiento es del { $day }.
# $time (String): a date and time
as-of-before-booked = Aún no había nada en los libros: el primer asiento se hizo el { $time }. Puede que hoy se sepa más de ese momento.
as-of-then = Existencias entonces
as-of-way = En tránsito entonces
as-of-now = Existencias hoy
as-of-change = Desde entonces

## Promesas: reservas y faltantes
reservation = Reserva
reservations-title = Reservas
reservations-sub = Lo que está prometido a alguien: apartados que caducan y asignaciones que se mantienen.
reservations-none = No hay nada reservado
    .hint = Lo reservado para una cesta o un pedido está aquí hasta que se envía o se libera.
# $code (String)
reservation-heading = Reserva { $code }
reservation-hold = Apartado
reservation-allocation = Asignación
reservation-active = Activa
reservation-shipped = Enviado
reservation-released = Liberado
reservation-expired-state = Caducado
reservation-reference = Número de pedido o de cesta
reservation-made = Reservado el
reservation-expires = Caduca el
reservation-wanted = Reservado
# $number (Number)
reservation-posting = Asiento { $number }
reservation-acts = Qué hacer ahora
    .hint = Al enviar se vende lo prometido, desde donde está. Lo que se libera queda a disposición de todos.
reservation-do-ship = Enviar todo
reservation-do-convert = Convertir en pedido
reservation-do-extend = Mantener 15 minutos más
reservation-do-release = Liberar
reservation-done-shipped = Enviado.
reservation-done-released = Liberado.
reservation-done-extended = Se mantiene 15 minutos más.
reservation-done-converted = Queda prometido hasta que se envíe o se libere.
reserve-title = Reservar existencias
# $store (String)
reserve-sub = En { $store }: se reserva todo o nada.
reserve-do = Reservar
reserve-effect = Se queda en el estante y nadie más puede venderlo.
reserve-lasts = Por cuánto tiempo
reserve-order = Para un pedido, hasta que se envíe
reserve-15-minutes = 15 minutos
reserve-1-hour = Una hora
reserve-1-day = Un día
reserve-1-week = Una semana
# $quantity (Quantity)
reserve-done = { $quantity } reservados.
# $available, $wanted (Quantity)
reservation-short = Aquí hay { $available } libres de { $wanted }.
# $available, $wanted, $there (Quantity); $store (String)
reservation-short-elsewhere = Aquí hay { $available } libres de { $wanted }. { $store } tiene { $there }.
# $available, $wanted, $coming (Quantity); $code (String)
reservation-short-incoming = Aquí hay { $available } libres de { $wanted }. { $coming } vienen en camino con { $code }.
# $available, $wanted, $held (Quantity); $code (String)
reservation-short-held = Aquí hay { $available } libres de { $wanted }. { $code } retiene { $held }.
reservation-expired = Este apartado ha caducado: lo que guardaba está libre. Reserve de nuevo.
reservation-ended = Esta reserva ha terminado: se envió o se liberó.
reservation-not-a-hold = Es una asignación: se mantiene hasta que se envía o se libera.
reservation-minutes-hold = Solo un apartado caduca. Deje esto en blanco o elija un apartado.
# $max (Number)
reservation-minutes = Indique de 1 a { $max } minutos.
reservation-store-unknown = No hay ninguna tienda así en uso.
reservation-line-unknown = Esta reserva no tiene esa línea, o se nombra dos veces.
# $promised (Quantity)
reservation-more-than-promised = De esta línea solo quedan { $promised } prometidos.
store-has-promises = { $count ->
    [one] Un artículo de esta tienda está prometido. Envíe antes su reserva o libérela.
   *[other] { $count } artículos de esta tienda están prometidos. Envíe antes sus reservas o libérelas.
 }
shortages-title = Faltantes
shortages-sub = Hay más prometido de lo que hay. Lo que llega lo cubre; liberar una promesa también.
shortages-none = No falta nada
    .hint = Se puede cumplir cada promesa.
shortage-short = Faltan
shortage-sellable = Vendible
shortage-since = Desde
shortage-held = Prometido a

## What is kept back from ways of selling
buffers-title = Reservas de seguridad
buffers-sub = Lo que se retiene de las existencias frente a los canales de venta. De dos reglas posibles cuenta la más precisa.
buffers-none = No se retiene nada
    .hint = Retenga algo para que lo vendido en línea siga ahí al prepararlo, o para tiempos difíciles.
buffer-new = Retener algo
buffer-effect = Se queda en el estante y aún puede venderse en el mostrador. Una regla que dice lo mismo se reemplaza; cero quiere decir que no se retiene nada.
buffer-do = Retener
buffer-for = Para qué
buffer-for-safety = Stock de seguridad, frente a todos los canales
buffer-for-till = Caja
buffer-for-pickup = Recogida en tienda
buffer-for-online = Venta en línea
buffer-of = De qué
buffer-of-everything = Todo
buffer-of-category = Categoría { $name }
buffer-of-gone = Algo que ya no existe
buffer-category = Categoría
buffer-item = Artículo
    .hint = SKU, código de barras o nombre. Déjelo vacío para toda una categoría o para todo.
buffer-all-variants = Todas las variantes de este artículo
buffer-percent-field = O porcentaje de lo vendible
buffer-percent = Escriba un porcentaje de 0 a 100 con dos decimales como máximo.
buffer-of-several = Elija una categoría o un artículo, no ambos.
buffer-remove = Dejar de retener: { $of }
buffer-done = Se retiene desde ahora.
buffer-done-nothing = Desde ahora no se retiene nada de ello.
buffer-removed = La regla ya no existe. Vuelve a contar lo menos preciso.
did-stock-set-buffer = Retenido
did-stock-remove-buffer = Ya no se retiene
changed-keeps = Para qué
changed-item = Artículo
changed-quantity = Cantidad
changed-percent = Porcentaje
reserve-channel = Canal de venta
reserve-counter = En el mostrador
reservation-short-kept = Para este canal de venta hay { $available } libres de { $wanted }; aquí se retienen { $kept }.
available-by = Disponible: { $channel }
why-number-of = ¿Por qué { $number }, { $of }?
why-kept = Retenido: { $for }
why-rules = Reglas
why-owed = Ya se comprometió de más
why-held-more = { $count ->
    [one] y otra más
   *[other] y { $count } más
 }
why-channels = Por canal de venta
why-channels-caption = Lo que queda de { $item } para cada canal de venta

## Lots, serial numbers, last days
lot = Lote
serials = Números de serie
    .hint = Uno por línea, según se escanean.
lot-expires = Último día
    .hint = Se puede vender hasta este día inclusive.
lot-made = Fabricado el
lot-dated = { $lot }, último día { $day }
lots-unasked = Lote, último día o números de serie
lot-named = Lote { $code }
lot-named-serial = N.º { $code }
lots-title = Lotes y números de serie
lots-sub = Lo que caduca antes va primero. Por su código se encuentra cada lote, dondequiera que haya ido.
lots-none = Todavía no se sigue nada
    .hint = Indique que un artículo se sigue por lote o número de serie; lo que reciba de él aparecerá aquí.
lots-there = En existencias
lots-soon = En 30 días
lots-expired = Caducados
lots-search = Lote o número de serie
lot-held-state = Retenido
lot-recalled-state = Retirado
lot-expired-state = Caducado
lot-soon-state = Caduca pronto
lot-heading = Lote { $code }
lot-heading-serial = Número de serie { $code }
lot-file = Todo en un archivo
lot-where = Dónde está
lot-flows = De dónde vino y adónde fue
lot-story = Qué pasó con él
lot-nowhere = No queda nada aquí
    .hint = Todo salió: el destino está abajo.
lot-ways-out = Salidas
lot-write-off = Desechar o donar
lot-flow-end = De o a
lot-came = Entró
lot-went = Salió
lot-flows-more = Ha tenido más de diez mil movimientos: son las sumas de los diez mil primeros. El archivo los contiene todos.
lot-do = Qué hacer
lot-do-hold = Retener
    .hint = Apartado de la venta en todas las tiendas hasta que alguien lo revise.
lot-do-recall = Retirar
    .hint = Apartado de la venta en todas partes y reclamado de donde fue.
lot-hold-title = Retener o retirar
lot-hold-do = Apartar de la venta
lot-release-title = Volver a vender
lot-release-effect = Lo que se apartó y sigue ahí vuelve a estar disponible, salvo que haya pasado su último día.
lot-release-do = Liberar
lot-days-title = Sus fechas
lot-done-held = Apartado de la venta: { $quantity }.
lot-done-recalled = Retirado; apartado de la venta: { $quantity }.
lot-done-released = De nuevo a la venta: { $quantity }.
lot-done-edited = Sus fechas están corregidas.
supplier-return-title = Devolver al proveedor
supplier-return-sub = Artículos de { $store } vuelven a quien los entregó.
supplier-return-do = Devolver
supplier-return-effect = Salen de inmediato de las existencias de la tienda.
supplier-return-number = Número de devolución
supplier-return-done = Devuelto al proveedor: { $quantity }.
reason-none = Sin motivo
in-transit = En tránsito
lot-needed = Indique el lote, tal como figura en la mercancía.
lot-which = Aquí hay varios lotes: { $lots }. Indique cuál.
lot-unknown = Este artículo no tiene ningún lote { $lot }.
lot-not-tracked = Este artículo no se sigue por lotes. Deje el lote vacío.
serial-needed = Indique qué pieza es: su número de serie.
lot-day-needed = Indique el último día en que se puede usar este lote.
lot-other-day = El lote { $lot } consta con el { $day } como último día. Indique ese día o corrija antes el lote.
lot-no-day = El lote { $lot } consta sin último día. Déjelo vacío o corrija antes el lote.
lot-expired = El último día de este lote fue el { $day }. Recíbalo como dañado o en cuarentena, o devuélvalo.
lot-short-lived = El último día de este lote es el { $day }; el artículo exige al menos { $days } días más al llegar. Recíbalo en cuarentena o devuélvalo.
lot-made-later = Este lote se habría fabricado después de llegar. Revise la fecha.
lot-expires-before-made = El último día es anterior a la fecha de fabricación.
lot-held = El lote { $lot } está retenido o retirado: nada de él puede quedar disponible. Libere antes el lote o recíbalo en cuarentena.
lot-expired-available = El último día del lote { $lot } fue el { $day }: nada de él puede quedar disponible. Devuélvalo, deséchelo o dónelo.
lot-is-so = El lote ya está así.
lot-recalled = El lote está retirado. Eso termina al volver a venderlo.
count-piece-on-its-way = Según los libros, { $serial } está en camino a { $store }. Reciba antes el traslado o descarte la línea.
count-piece-other-store = Según los libros, { $serial } está en { $store }. Haga que lo envíen desde allí y recíbalo, o descarte la línea.
count-piece-set-apart = Según los libros, { $serial } está apartado en { $place }: un recuento no pone nada a la venta. Cambie antes su estado o descarte la línea.
serial-count = Dé un número de serie por pieza: { $given } para { $wanted }.
serial-twice = El número de serie { $serial } aparece dos veces.
serial-unknown = No hay ninguna pieza con el número de serie { $serial }.
serial-elsewhere = El número de serie { $serial } está en otro sitio. Búsquelo y muévalo, o revise el número.
serial-gone = El número de serie { $serial } ya no está en ninguna tienda.
serial-not-tracked = Este artículo no se sigue por número de serie. Deje los números vacíos.
serial-adjust-by = Indique cuántas piezas entran o salen, y sus números.
tracking-changed = { $sku } se sigue de otra forma que la indicada. Vuelva a cargar la página; lo vendido antes del seguimiento vuelve como devolución.
lot-going = Lote
    .hint = Lo que caduca antes, si no indica otra cosa.

## Lots, serial numbers, last days
lot-where-caption = Sitios que tienen algo
lot-flows-caption = Sumas por tienda
lot-story-caption = Sus movimientos
## Lo que valen las existencias

value-title = Valor de las existencias
value-by-item = Por artículo
value-totals = Por tienda y categoría
value-all = Todas las existencias
value-by-store = Por tienda
value-by-category = Por categoría
value-category = Categoría
value-no-category = Sin categoría
value-no-stores = Todas las tiendas se valoran juntas
    .hint = Ninguna tienda tiene una parte para sí.
value-nothing = Todavía no hay nada valorado
    .hint = Lo que entra vale lo que costó; aparece aquí un momento después.
value-now = Como está ahora.
value-each = Unidad
value-worth = Valor
value-on-the-way = En camino
# $store (String): a store's name
value-on-the-way-to = En camino a { $store }
value-lots = Lotes por separado
# $when (String): an instant
value-through = Valorado hasta { $when }.
# $count (Number)
value-waiting = { $count ->
    [one] Un movimiento espera a ser valorado.
   *[other] { $count } movimientos esperan a ser valorados.
}
value-of-it = Cuánto vale
value-of-it-of = Cuánto vale: { $item }
value-file = Descargar
value-through-day = Valorado hasta
account-side = Lado
layers-all = Todas las capas
entries-all = Todos los asientos
# $item (String)
value-why = Por qué { $item } vale esto
# $quantity, $value (String)
value-so-much = { $quantity } con un valor de { $value }
# $quantity, $value (String)
value-owed = { $quantity } salieron antes de entrar, a { $value } según lo que se sabía. Lo próximo que entre lo corregirá.
value-standard = Coste estándar
layers-title = Lo que queda de lo que entró
layer-since = Entró
layer-in = Entrada
layer-left = Queda
entries-title = Lo que cambió su valor
entry-after = Valor después
account-cost-title = Coste de un periodo
account-cost-sub = Cómo pasó el valor de las existencias del inicio del primer día al final del último.
account-from = Desde
account-to = Hasta
account-opening = Apertura
account-in = Entradas
account-out = Salidas
account-adjusted = Ajustes
account-closing = Cierre
account-cost-of-sales = Coste de ventas
account-what = Qué
# $day (Date)
period-ends-before = El último día es anterior al primero, { $day }.
costing-title = Método de valoración
costing-sub = Lo que sale vale lo que dice el método; lo que queda vale el resto.
costing-effect = Elija antes de que se mueva nada: desde el primer movimiento queda como está.
costing-method = Método
costing-scope = Se valoran juntas
costing-since = En uso desde
costing-frozen-why = Desde entonces se han movido existencias, así que queda como está. Un artículo del que aún no se ha movido nada puede valorarse de otro modo en su página de valor.
costing-items = Valorados de otro modo
    .hint = Ningún artículo se valora de otro modo.
costing-item-title = Valorar este artículo de otro modo
costing-item-effect = Para todas las variantes del artículo, hasta que se mueva la primera.
costing-as-all = Como todos los demás
costing-done = Desde ahora se valora así.
costing-frozen = Ya se ha movido algo, así que el método queda como está.
cost-method-fifo = Primero en entrar, primero en salir
    .hint = Lo que entró primero sale primero, a lo que costó.
cost-method-average = Media ponderada
    .hint = Todo vale lo mismo: lo que costó de media.
cost-method-standard = Coste estándar
    .hint = Cada unidad vale lo fijado; lo que costó de más o de menos consta como desviación.
cost-method-specific = Por lote o número de serie
    .hint = Cada lote y cada número de serie vale lo que costó.
cost-scope-store = Tienda por tienda
cost-scope-company = Todas las tiendas juntas
cost-kind-receipt = Recibido
cost-kind-opening = Existencias iniciales
cost-kind-found = Encontrado
cost-kind-returned = Devuelto por clientes
cost-kind-transfer-in = De otras tiendas
cost-kind-sold = Vendido
cost-kind-lost = Perdido o consumido
cost-kind-sent-back = Devuelto a proveedores
cost-kind-transfer-out = A otras tiendas
cost-kind-true-up = Coste conocido después
cost-kind-landed = Coste añadido después
cost-kind-landed-gone = De él, por lo que ya salió
cost-kind-revalued = Revalorizado
cost-kind-variance = Desviación del estándar
cost-kind-correction = Corregido al deshacer
revalue-title = Revalorizar
revalue-effect = Lo que vale una unidad desde ahora. Quedan la diferencia y el motivo.
revalue-everywhere = En todas las tiendas.
# $store (String)
revalue-here = Solo en { $store }, salvo que todas las tiendas se valoren juntas.
revalue-do = Revalorizar
# $value (String): an amount with its sign
revalue-done = Revalorizado: { $value }.
revaluation-nothing = Nada de lo que hay valdría otra cosa.
late-cost-title = Añadir un coste
late-cost-effect = Se reparte entre las líneas de la recepción. Lo que aún está en existencias lleva su parte, esté donde esté; el resto es un coste de lo que salió.
late-cost-kind = De qué se trata
late-cost-landed = Transporte, aduana, seguro
late-cost-invoice = La factura dice otra cosa
late-cost-sign = La mercancía resulta
late-cost-more = Más cara
late-cost-less = Más barata
late-cost-amount = Importe
late-cost-by = Se reparte
late-cost-by-value = Según lo que costó cada línea
late-cost-by-quantity = Según la cantidad que entró
late-cost-reference = Número de factura
late-cost-do = Añadir coste
# $value, $on_hand, $gone (String): amounts
late-cost-done = { $value } añadidos: { $on_hand } a lo que hay, { $gone } a lo que salió.
cost-not-a-receipt = Solo una recepción o unas existencias iniciales pueden llevar un coste así.
cost-nothing-to-bear = No queda en pie ninguna línea que pueda llevar este coste.
cost-changes-title = Cambios de valor
cost-changes-sub = Lo que se cambió del valor de las existencias: revalorizaciones y costes añadidos después. Cada uno se puede deshacer.
cost-changes-none = Aún no se ha cambiado nada
    .hint = Aquí aparecen las revalorizaciones y los costes añadidos después.
cost-changes-all = Todos los cambios
cost-change-revaluation = Revalorización
cost-change-undoes = Deshace un cambio
cost-change-of = El cambio que deshace
cost-change-on-hand = A lo que hay
cost-change-gone = A lo que salió
cost-change-receipt = Recepción
cost-change-billed = Según la factura
cost-change-undo-effect = Se anota lo contrario: lo que queda de la mercancía lleva de ello cuanto puede y el resto es un coste de lo que salió. Ambos quedan en el historial.
cost-change-undo-done = Deshecho: { $value }, de ello { $on_hand } en existencias y { $gone } de lo que salió.
cost-change-undone = Este cambio ya está deshecho. La lista de cambios dice con cuál.
cost-change-is-undo = Este cambio deshace otro. Vuelva a hacer el primero.
cost-change-unknown = Este cambio es de antes de que se guardara lo que cambiaba. Revalorice el artículo o añada el coste contrario a la recepción.
cost-receipt-undone = Desde entonces se deshizo una línea de la recepción, y con ella su coste. Vuelva a anotar la recepción con lo que costó.
cost-revalued-since = Se ha revalorizado otra vez desde entonces. Deshaga eso primero o revalorice de nuevo.
cost-moved-since = Parte de esta mercancía fue a otra tienda desde entonces, o se deshizo. Revalorice lo que hay o añada el coste contrario a la recepción.
cost-no-standard-before = No había un estándar antes de este. Revalorice a lo que vale una unidad.
rate-title = Facturado en otra moneda
rate-currency = Moneda
# $currency (String): a code
rate-rate = Cambio
    .hint = Tantos { $currency } por una unidad.
rate-source = De dónde es el cambio
rate-date = Día del cambio
# $currency (String): a code
rate-of-own-currency = { $currency } es su propia moneda: omita el cambio.
rate-out-of-range = Escriba un cambio mayor que cero, con diez decimales como máximo.
money-zero = Escriba un importe distinto de cero.
did-stock-set-costing = Método de valoración elegido
did-stock-set-item-costing = Método de valoración del artículo elegido
did-stock-revalue-stock = Revalorizado
did-stock-add-late-cost = Coste añadido
did-stock-undo-cost-change = Cambio de valor deshecho
changed-costing = Valoración
changed-method = Método de valoración
changed-scope = Se valoran juntas
count-counted-caption = Últimas líneas contadas
value-store-caption = Lo que valen las existencias de cada tienda
value-category-caption = Lo que valen las existencias de cada categoría

## Unidades de las líneas
entered-as = { $entered } = { $base }
entered-part = Parte de { $entered } = { $base }

## Kits en las líneas
kit-part-of = Parte de { $quantity } ×
kit-holds-no-stock = Esto es un kit, que no tiene existencias propias. Use sus componentes.
kit-which-component = No se puede saber de qué componente es. Introduzca los componentes en líneas propias.
kit-component-insufficient = Solo hay { $available } de { $sku }; esto necesita { $wanted }.
reservation-kit-whole = Solo se pueden enviar kits enteros. Envíe de cada componente lo que llevan kits enteros.
reservation-short-kit = Solo se pueden hacer { $available } de { $wanted }: { $sku } se acaba primero.
stock-state-kit = Kit de artículos
stock-can-make = Se pueden hacer { $quantity }. Ver de qué
