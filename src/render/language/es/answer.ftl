# The verdict, the room, limits and ways. The glossary stands in terms.ftl.

## The verdict and why.
verdict-yes = Sí: con este plan puede hacer una aportación mega backdoor Roth en { $year }.
verdict-no = No: con este plan no puede hacer ahora una aportación mega backdoor Roth ({ $year }).
verdict-unknown = Aún no se sabe: que pueda hacer una aportación mega backdoor Roth con este plan en { $year } depende de lo que se pregunta abajo.
reason-after-tax-allowed = El plan acepta aportaciones después de impuestos (after-tax contributions).
reason-route-open = Hay una vía a Roth abierta mientras trabaja aquí: { $route }.
reason-type = La ley no permite aportaciones después de impuestos en un plan de este tipo ({ $plan_type }).
reason-not-allowed = El plan no acepta aportaciones después de impuestos (after-tax contributions).
reason-barred = El plan menciona aportaciones después de impuestos, pero sus términos no permiten hacerlas a nadie.
reason-no-route = El dinero después de impuestos no puede llegar a Roth mientras trabaja aquí: el plan no tiene para él ni conversión a Roth dentro del plan (in-plan Roth rollover) ni retiro en servicio (in-service withdrawal). Sí puede cuando deje el empleo.
reason-not-yet = La vía a Roth se abre solo con: { $condition }. Usted aún no lo cumple.
reason-not-yet-until = La vía a Roth se abre solo con: { $condition }. Para usted es el { $from }.
reason-hce = El plan no permite a los empleados altamente remunerados (HCE) aportar después de impuestos, y usted lo es este año.
reason-only-hces = El plan solo permite a los empleados altamente remunerados (HCE) aportar después de impuestos, y usted no lo es este año.
reason-not-eligible = Usted no cumple lo que el plan pide para poder aportar después de impuestos.
reason-not-eligible-until = Podrá aportar después de impuestos desde el { $from }: antes no cumple lo que el plan pide.
reason-no-room = No queda margen este año.
reason-not-before = Empieza el { $date }.
reason-undecided = La descripción del plan no dice lo que decide esto.
reason-fact = Depende de un dato suyo: { $fact }.

## The room.
room-limit = Límite de todas las adiciones (415(c))
room-limit-plan = Límite de todas las adiciones, reducido por el plan
room-pay = 100% de su salario
room-lesser = El menor de los dos
room-deferrals = Sus aplazamientos (deferrals)
room-catch-up = Recuperación (catch-up), que no cuenta
room-match = Aportación equivalente (match)
room-match-formula = Match según la fórmula del plan
room-employer = Todo el dinero del empleador
room-nonelective = Aportaciones no electivas (nonelective)
room-nonelective-formula = No electivas según la fórmula (nonelective)
room-related = Otros planes de este empleador o relacionados
room-after-tax = Aportado después de impuestos hasta ahora
room-before-caps = Queda bajo el límite
room-over = Ya por encima del límite
room-plan-cap = Queda del tope del plan de { $cap }
room-hce-cap = Queda del tope de { $cap } para HCE
room-combined-cap = Queda del tope de { $cap } junto con aplazamientos
room-pay-left = Salario aún no aportado
room-remaining = Aún puede aportar después de impuestos
room-headline = Aún puede aportar { $remaining } después de impuestos.
room-headline-if = Si puede, aún podría aportar { $remaining } después de impuestos.
room-per-paycheck = { $periods ->
    [one] Como máximo { $amount } del único cheque de pago que queda
   *[other] Como máximo { $amount } de cada uno de los { $periods } cheques de pago que quedan
}
binds-additions = Lo que limita: el límite de todas las adiciones a su cuenta, IRC 415(c).
binds-pay = Lo que limita: su salario. Todas las adiciones juntas no pueden superar el 100% de él, IRC 415(c)(1)(B).
binds-plan = Lo que limita: el tope del propio plan para aportaciones después de impuestos.
binds-hce = Lo que limita: el tope menor del plan para empleados altamente remunerados (HCE).
binds-combined = Lo que limita: el tope del plan para aplazamientos y aportaciones después de impuestos juntos.
binds-pay-left = Lo que limita: el salario que queda para aportar.
no-room-missing = El importe no puede saberse antes de las respuestas del administrador.
no-room-facts = El importe no puede saberse sin más datos suyos: vea abajo lo que falta.
no-room-not-published = La cifra de { $year } según { $section } no está publicada, hasta donde planlint sabe; por eso no se da un importe.
no-room-type = No hay margen para aportaciones después de impuestos.
room-model = Alguien menor de 50 años que gana { $pay } y aplaza el máximo tiene { $remaining }.
room-front-loading = Con el { $rate } de cada cheque sus aplazamientos llegan al límite en el cheque { $ends_with } de { $periods } y la aportación equivalente (match) se detiene: pierde { $lost } de los { $even_match } que obtendría repartiéndolos.

## What may be deferred.
defer-law = La ley le permite aplazar { $amount } este año, sumando todos los empleadores.
defer-left = Los aplazamientos con otros empleadores dejan { $amount } de ello.
defer-plan = El límite propio del plan para usted es { $amount }.
defer-catch-up = Recuperación (catch-up): { $amount } más.
defer-no-catch-up = Sin recuperación (catch-up) este año.
defer-catch-up-unknown = Aún no se sabe si hay recuperación (catch-up) para usted.
defer-roth-only = Su recuperación (catch-up) debe ser Roth.
defer-roth-unknown = Que su recuperación (catch-up) deba ser Roth depende del salario del año pasado con este empleador (casilla 3 del Formulario W-2).

## Highly compensated.
hce-by-pay = Este año usted es empleado altamente remunerado (HCE): su salario del año pasado superó { $threshold }.
hce-by-ownership = Usted es empleado altamente remunerado (HCE): posee { $share } del empleador, más del 5%.
hce-no = Este año usted no es empleado altamente remunerado (HCE): su salario del año pasado no superó { $threshold }.
hce-new-hire = Este año usted no es empleado altamente remunerado (HCE): no tuvo salario aquí el año pasado.
hce-top-paid = Su salario del año pasado superó { $threshold }; que sea altamente remunerado (HCE) depende del 20% mejor pagado, criterio que eligió el empleador.
hce-outside-top-paid = Este año usted no es altamente remunerado (HCE): su salario del año pasado superó { $threshold }, pero no está en el 20% mejor pagado, criterio que eligió el empleador.
hce-stated = Este año usted es empleado altamente remunerado (HCE), según lo indicado.
hce-stated-not = Este año usted no es empleado altamente remunerado (HCE), según lo indicado.
hce-unknown = No se sabe si este año es altamente remunerado (HCE): depende del salario del año pasado y de la propiedad.

## The ways to Roth.
route-in-plan = Conversión a Roth dentro del plan (in-plan Roth rollover)
route-ira = Retiro en servicio (in-service withdrawal) transferido a una Roth IRA
route-leaving = Transferencia a una Roth IRA al dejar el empleo
open-now = abierta para usted ahora
open-later = no antes de: { $condition }
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
earnings-split = las ganancias pueden ir a una IRA tradicional sin impuesto
defer-law-457 = La ley le permite aplazar { $amount } este año en todos los planes 457(b) juntos; un plan 401(k) o 403(b) tiene su propio límite.
