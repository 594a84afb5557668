# Terms that stand within messages.
#
# Glossary: aportaciones después de impuestos (after-tax contributions) · aplazamientos (elective deferrals) · aportación
# equivalente del empleador (match) · aportación no electiva (nonelective contribution) · aportaciones de recuperación
# (catch-up) · conversión a Roth dentro del plan (in-plan Roth rollover) · retiro en servicio (in-service withdrawal) ·
# transferencia directa (direct rollover) · base (basis) · ganancias (earnings) · adiciones anuales (annual additions) ·
# empleado altamente remunerado (HCE) · administrador del plan (plan administrator) · nómina, período de pago (payroll, pay period).
# The reader is addressed as "usted".
term-january = enero
term-february = febrero
term-march = marzo
term-april = abril
term-may = mayo
term-june = junio
term-july = julio
term-august = agosto
term-september = septiembre
term-october = octubre
term-november = noviembre
term-december = diciembre
term-any-time = en cualquier momento
term-daily = a diario
term-each-payroll = en cada nómina
term-monthly = cada mes
term-quarterly = cada trimestre
term-twice-a-year = dos veces al año
term-once-a-year = una vez al año
term-times-a-year = { $times ->
    [one] una vez al año
   *[other] { $times } veces al año
}
term-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
term-months = { $count ->
    [one] { $count } mes
   *[other] { $count } meses
}
term-years = { $count ->
    [one] { $count } año
   *[other] { $count } años
}
term-age = { $years } años de edad
term-age-and-a-half = { $years } años y medio de edad
term-service = { $length } de servicio
term-hours = { $count } horas de servicio en un año
term-participation = { $length } en el plan
term-both = { $left } y { $right }
term-either = { $left } o { $right }
term-immediate = sin espera
term-never = nunca
term-separation = dejar el empleo
term-hardship = dificultad económica (hardship)
term-disability = discapacidad
term-reservist = llamado a filas como reservista
term-birth = nacimiento o adopción de un hijo
term-disaster = desastre declarado por el gobierno federal
term-emergency = gasto de emergencia
term-domestic-abuse = violencia doméstica
term-long-term-care = primas de cuidados de largo plazo
term-lifetime-income = fin de una opción de ingreso vitalicio
term-plan-termination = terminación del plan
term-terminal-illness = enfermedad terminal
term-normal-retirement-age = la edad normal de jubilación del plan
term-in-plan-roth = conversión a Roth dentro del plan (in-plan Roth rollover)
term-roth-ira = retiro en servicio (in-service withdrawal) transferido a una Roth IRA
term-after-leaving = transferencia a una Roth IRA al dejar el empleo
