# Taxes, warnings, and what is taken for granted. The glossary stands in terms.ftl.

## The taxes.
tax-basis = Aportaciones después de impuestos que se transfieren (basis), no tributan
tax-earnings = Sus ganancias (earnings), tributan como ingreso
tax-rate = Su tasa de impuesto
tax-tax = Impuesto sobre las ganancias, si todo va a Roth
tax-only-earnings = Solo tributan las ganancias cuando el dinero después de impuestos pasa a Roth; sus aportaciones ya tributaron.
tax-withdrawal = Un retiro de { $amount } se lleva { $basis } de aportaciones y { $earnings } de ganancias, a prorrata (pro rata).
tax-split = O bien retirado del plan y repartido entre varios destinos:
tax-split-after-tax = { $destination }: { $amount }, todo después de impuestos
tax-split-pretax = { $destination }: { $amount }, todo antes de impuestos
tax-split-untaxed = De este reparto no tributa nada ahora.
tax-split-part = { $destination }: { $amount } ({ $after_tax } después de impuestos, { $pretax } antes de impuestos)
tax-split-taxable = De este reparto tributan ahora { $taxable }.
tax-split-tax = De este reparto tributan ahora { $taxable }: { $tax } de impuesto.
tax-split-choice = Antes de hacer las transferencias directas, diga al plan a cuál va el dinero antes de impuestos.
tax-cheque = Si se le pagan { $amount } en un solo cheque: { $taxable } es ingreso, se retienen { $withheld }, usted recibe { $received } y debe añadir { $to_add } de otro dinero en un plazo de 60 días para transferirlo todo.
destination-cash = Pagado a usted y conservado
destination-traditional = IRA tradicional, directa
destination-roth = Roth IRA, directa
destination-later-traditional = IRA tradicional, en un plazo de 60 días
destination-later-roth = Roth IRA, en un plazo de 60 días
clock-roth-account = La cuenta Roth del plan: si este dinero es el primero en ella, sus cinco años van de { $begins } a { $ends }.
clock-roth-ira = Todas sus Roth IRA: si este dinero es el primero en cualquiera de ellas, sus cinco años van de { $begins } a { $ends }.
clock-recapture = Cada conversión por sí misma: lo que tributó en ella debe quedarse de { $begins } a { $ends }, o hasta los 59½ años, para evitar el impuesto adicional del 10%.
form-in-plan = Formulario 1099-R, conversión dentro del plan: código { $code } en la casilla 7
form-roth = Formulario 1099-R, directo a una Roth IRA: código { $code } en la casilla 7
form-traditional = Formulario 1099-R, directo a una IRA tradicional: código { $code } en la casilla 7
form-roth-account = Formulario 1099-R, más tarde de la cuenta Roth del plan a una Roth IRA: código { $code } en la casilla 7
form-early = Formulario 1099-R, pagado a usted antes de los 59½: código { $code } en la casilla 7
form-late = Formulario 1099-R, pagado a usted desde los 59½: código { $code } en la casilla 7
form-boxes = casilla 1 { $gross }, casilla 2a { $taxable }, casilla 5 { $basis }
waiting-earnings = Si crece un { $growth } al año como usted supone, esperar un mes añade unos { $month } de ganancias gravables; esperar un año, { $year }.
waiting-tax = El impuesto sobre eso es { $month } tras un mes y { $year } tras un año.

## The warnings.
warn-acp = Usted es altamente remunerado (HCE): si el plan no pasa su prueba anual de aportaciones equivalentes y después de impuestos (ACP test), pueden devolvérsele el año siguiente hasta todas sus aportaciones después de impuestos con sus ganancias, aunque se hayan convertido; las ganancias tributan.
warn-acp-up-to = Usted es altamente remunerado (HCE): si el plan no pasa su prueba anual de aportaciones equivalentes y después de impuestos (ACP test), pueden devolvérsele el año siguiente hasta { $up_to } de aportaciones después de impuestos con sus ganancias, aunque se hayan convertido; las ganancias tributan.
warn-acp-if = Si usted es altamente remunerado (HCE) y el plan no pasa su prueba anual de aportaciones equivalentes y después de impuestos (ACP test), pueden devolvérsele el año siguiente hasta todas sus aportaciones después de impuestos con sus ganancias, aunque se hayan convertido; las ganancias tributan.
warn-per-payroll = La aportación equivalente (match) se calcula en cada nómina y no se compensa al final del año: quien llega pronto al límite de aplazamientos pierde una parte.
warn-excess-deferral = Sus aplazamientos superan en { $amount } lo que la ley permite este año. Pida su devolución con tiempo: si no se le paga, con sus ganancias, a más tardar el 15 de abril del año siguiente, tributa dos veces (IRC 402(g)).
warn-over-additions = Todas las adiciones ya superan en { $amount } el límite de 415(c): avise al administrador, que debe corregirlo.
warn-catch-up-roth = Sus aportaciones de recuperación (catch-up) deben ser Roth: su salario del año pasado con este empleador superó { $wages_limit } (IRC 414(v)(7)).
warn-no-catch-up = Usted no puede hacer recuperación (catch-up): tendría que ser Roth, porque su salario del año pasado superó { $wages_limit }, y el plan no tiene aportaciones Roth (IRC 414(v)(7)).
warn-suspension = Tras un retiro de dinero después de impuestos el plan suspende las aportaciones durante { $length }.
warn-hired = Usted entró durante el año: el límite en dólares no se reduce por ello, pero el 100% del salario cuenta solo lo que se le paga aquí.
warn-not-published = La cifra de { $year } según { $section } no está publicada, hasta donde planlint sabe.
warn-other-deferrals = El límite de aplazamientos le sigue de empleo en empleo: { $used } se usó en otro lugar, quedan { $left }.
warn-minimum = Una conversión debe ser de al menos { $amount }.
warn-fee = Cada conversión cuesta { $amount }.
warn-rare = { $times ->
    [one] El dinero puede pasar a Roth solo una vez al año: entre tanto se acumulan ganancias que tributan.
   *[other] El dinero puede pasar a Roth solo { $times } veces al año: entre tanto se acumulan ganancias que tributan.
}
warn-max-deferrals = Las aportaciones después de impuestos empiezan solo cuando sus aplazamientos llegan al límite.
warn-spillover = Las aportaciones después de impuestos vienen solo como continuación (spillover) de los aplazamientos al llegar al límite, y terminan con el año.
warn-cheque = Si se le paga a usted en vez de transferirse directamente, se retienen { $withheld }.
warn-earnings-taxed = Las ganancias de { $earnings } anteriores a la conversión tributan al { $rate }.

## What is taken for granted.
assume-defers = Usted aplaza el límite completo, { $amount }.
assume-pay = Su salario es de al menos { $amount }.
assume-evenly = El salario y los aplazamientos se reparten por igual en el año.
assume-service = Usted tiene la mayor antigüedad de la tabla del plan.
assume-match-met = Usted cumple lo que pide la aportación equivalente (match), como estar empleado el último día.
assume-discretionary = La aportación equivalente discrecional (discretionary match) llega a su máximo.
assume-none = La descripción del plan no responde a «{ $question }»: se toma como si no lo hubiera.
assume-no-catch-up = Ningún aplazamiento cuenta como recuperación (catch-up), porque se desconoce el dato del que eso depende.
assume-eligible = Usted cumple las condiciones del plan y no está en ninguna clase excluida.
assume-no-related = No se aporta a otros planes de este empleador ni de los relacionados.
assume-higher-catch-up = El plan permite la recuperación (catch-up) mayor que la ley prevé de los 60 a los 63 años, pues permite la recuperación y no dice nada de la mayor.
assume-hce-limit = Se toma el límite menor para altamente remunerados (HCE), pues no se sabe si usted lo es.
assume-not-owner = Usted no posee más del 5% del empleador.
assume-pay-periods = Hay { $periods } cheques de pago al año.
assume-whole-year = Aún quedan los { $periods } cheques de pago del año.
assume-no-others = Usted no aplaza nada con otros empleadores este año.
