# The verdict, the room, limits and ways. The glossary stands in terms.ftl.

## The verdict and why.
verdict-yes = Sí: con este plan puede hacer una aportación mega backdoor Roth en { $year }.
verdict-no = No: con este plan no puede hacer ahora una aportación mega backdoor Roth ({ $year }).
verdict-unknown = Aún no se sabe: si puede hacer una aportación mega backdoor Roth con este plan en { $year } depende de las respuestas a lo que se pregunta abajo.
reason-after-tax-allowed = El plan acepta aportaciones después de impuestos (after-tax contributions).
reason-route-open = Hay una vía a Roth abierta mientras trabaja aquí: { $route }.
reason-type = La ley no permite aportaciones después de impuestos en un plan de este tipo ({ $plan_type }).
reason-not-allowed = El plan no acepta aportaciones después de impuestos (after-tax contributions).
reason-barred = El plan menciona aportaciones después de impuestos, pero sus términos no permiten hacerlas a nadie.
reason-no-route = El dinero después de impuestos no puede llegar a Roth mientras trabaja aquí: el plan no tiene para ese dinero ni conversión a Roth dentro del plan (in-plan Roth rollover) ni retiro en servicio (in-service withdrawal). Sí podrá cuando deje el empleo.
reason-not-yet = La vía a Roth se abre solo con esta condición: { $condition }. Usted aún no la cumple.
reason-not-yet-until = La vía a Roth se abre solo con esta condición: { $condition }. En su caso, el { $from }.
reason-hce = El plan no permite a los empleados altamente remunerados (HCE) aportar después de impuestos, y usted lo es este año.
reason-only-hces = El plan solo permite a los empleados altamente remunerados (HCE) aportar después de impuestos, y usted no lo es este año.
reason-not-eligible = Usted no cumple lo que el plan pide para poder aportar después de impuestos.
reason-not-eligible-until = Podrá aportar después de impuestos desde el { $from }: antes no cumple lo que el plan pide.
reason-no-room = No queda margen este año.
reason-not-before = Empieza el { $date }.
reason-undecided = La descripción del plan no indica el dato del que esto depende.
reason-fact = Depende de un dato suyo: { $fact }.

## The room.
room-limit = Límite de todas las adiciones (415(c))
room-limit-plan = Límite de todas las adiciones, reducido por el plan
room-pay = 100% de su salario
room-lesser = El menor de los dos
room-deferrals = Sus aplazamientos antes de impuestos y Roth (deferrals)
room-catch-up = Recuperación (catch-up), que no cuenta
room-match = Aportación equivalente (match)
room-match-formula = Aportación equivalente (match) según la fórmula del plan
room-employer = Todo el dinero del empleador
room-nonelective = Otro dinero del empleador (nonelective)
room-nonelective-formula = Otro dinero del empleador (nonelective) según la fórmula del plan
room-related = Otros planes de este empleador o relacionados
room-after-tax = Aportado después de impuestos hasta ahora
room-before-caps = Queda bajo el límite
room-over = Ya por encima del límite
room-plan-cap = Queda bajo el tope del plan de { $cap }
room-hce-cap = Queda bajo el tope de { $cap } para HCE
room-combined-cap = Queda bajo el tope de { $cap } junto con aplazamientos
room-pay-left = Salario del que aún puede aportar
room-remaining = Aún puede aportar después de impuestos
room-headline = Aún puede aportar { $remaining } después de impuestos.
room-headline-if = Si puede, aún podría aportar { $remaining } después de impuestos.
room-per-paycheck = { $periods ->
    [one] Como máximo { $amount } del único cheque de pago que queda
   *[other] Como máximo { $amount } de cada uno de los { $periods } cheques de pago que quedan
}
binds-additions = Lo que fija el límite: lo máximo que puede añadirse a su cuenta en un año de todas las fuentes, IRC 415(c).
binds-pay = Lo que fija el límite: su salario. Todas las adiciones juntas no pueden superar el 100% del salario, IRC 415(c)(1)(B).
binds-plan = Lo que fija el límite: el tope del propio plan para aportaciones después de impuestos.
binds-hce = Lo que fija el límite: el tope menor del plan para empleados altamente remunerados (HCE).
binds-combined = Lo que fija el límite: el tope del plan para aplazamientos y aportaciones después de impuestos juntos.
binds-pay-left = Lo que fija el límite: el salario que queda para aportar.
no-room-missing = El importe no puede calcularse antes de conocer las respuestas del administrador.
no-room-facts = El importe no puede calcularse sin más datos suyos: vea abajo cuáles.
no-room-not-published = La cifra de { $year } según { $section } no está publicada, hasta donde planlint sabe; por eso no se da un importe.
no-room-type = No hay margen para aportaciones después de impuestos.
room-model = Por ejemplo, alguien menor de 50 años que gana { $pay } y aplaza hasta el límite tiene { $remaining } para el año.
room-front-loading = Con el { $rate } de cada cheque sus aplazamientos llegan al límite en el cheque { $ends_with } de { $periods } y la aportación equivalente (match) se detiene: pierde { $lost } de los { $even_match } que obtendría repartiéndolos.

## What may be deferred.
defer-law = La ley le permite aplazar { $amount } este año, sumando todos los empleadores.
defer-left = Restando los aplazamientos con otros empleadores quedan { $amount }.
defer-plan = El límite propio del plan para usted es { $amount }.
defer-catch-up = Recuperación (catch-up): { $amount } más.
defer-no-catch-up = Sin recuperación (catch-up) este año.
defer-catch-up-unknown = Aún no se sabe si hay recuperación (catch-up) para usted.
defer-roth-only = Su recuperación (catch-up) debe ser Roth.
defer-roth-unknown = Si su recuperación (catch-up) debe ser Roth depende del salario del año pasado con este empleador (casilla 3 del Formulario W-2).

## Highly compensated.
hce-by-pay = Este año usted es empleado altamente remunerado (HCE): su salario del año pasado superó { $threshold }.
hce-by-ownership = Usted es empleado altamente remunerado (HCE): posee el { $share } del empleador, más del 5%.
hce-no = Este año usted no es empleado altamente remunerado (HCE): su salario del año pasado no superó { $threshold }.
hce-new-hire = Este año usted no es empleado altamente remunerado (HCE): no tuvo salario aquí el año pasado.
hce-top-paid = Su salario del año pasado superó { $threshold }; si es altamente remunerado (HCE) depende de que esté en el 20% mejor pagado, criterio que eligió el empleador.
hce-outside-top-paid = Este año usted no es altamente remunerado (HCE): su salario del año pasado superó { $threshold }, pero no está en el 20% mejor pagado, criterio que eligió el empleador.
hce-stated = Este año usted es empleado altamente remunerado (HCE), según lo indicado.
hce-stated-not = Este año usted no es empleado altamente remunerado (HCE), según lo indicado.
hce-unknown = No se sabe si este año es altamente remunerado (HCE): depende de su salario del año pasado y de su participación en la propiedad del empleador.

## The ways to Roth.
route-in-plan = Conversión a Roth dentro del plan (in-plan Roth rollover)
route-ira = Retiro en servicio (in-service withdrawal) transferido a una Roth IRA
route-leaving = Transferencia a una Roth IRA al dejar el empleo
open-now = disponible para usted ahora
open-later = solo cuando se cumpla: { $condition }
open-from = no antes del { $from } ({ $condition })
open-depends = si cumple esto: { $condition }
open-unknown = la descripción del plan no lo dice
open-on-leaving = solo al dejar el empleo
route-often = frecuencia: { $frequency }
route-automatic = automática: { $every }
route-not-automatic = no automática
route-minimum = mínimo { $minimum }
route-fee = comisión { $fee }
earnings-taxed = las ganancias pasan también y tributan como ingreso del año
earnings-split = las ganancias pueden ir a una IRA tradicional sin pagar impuesto ahora
defer-law-457 = La ley le permite aplazar { $amount } este año en todos los planes 457(b) juntos; un plan 401(k) o 403(b) tiene su propio límite.
