//! The headers of payroll and recordkeeper exports, and what they mean. Only whole headers count, never a part.

use super::column::Column;

/// What a header can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// The stable name of the column.
    Name(Column),
    /// Another word for it.
    Synonym(Column),
    /// A word that fits where no better one is there: gross pay stands for plan pay only in its absence.
    Fallback(Column),
    /// A word that several columns go by.
    Ambiguous(&'static [Column]),
    /// Social Security numbers, which have no place in a census.
    SocialSecurity,
}

/// The meaning of a header; `None` for one that is not known.
pub fn meaning(header: &str) -> Option<Meaning> {
    let plain = plain(header);
    if let Some(column) = Column::ALL.into_iter().find(|column| self::plain(column.name()) == plain) {
        return Some(Meaning::Name(column));
    }
    let has = |words: &str| words.split(' ').any(|word| word == plain);
    let among =
        |table: &[(Column, &str)]| table.iter().find(|(_, words)| has(words)).map(|(column, _)| *column);
    if has(SOCIAL_SECURITY) {
        return Some(Meaning::SocialSecurity);
    }
    let ambiguous =
        || AMBIGUOUS.iter().find(|(word, _)| *word == plain).map(|(_, columns)| Meaning::Ambiguous(columns));
    among(SYNONYMS)
        .map(Meaning::Synonym)
        .or_else(|| among(FALLBACKS).map(Meaning::Fallback))
        .or_else(ambiguous)
}

/// Letters and digits in lower case: blanks, case and signs do not matter.
pub fn plain(header: &str) -> String {
    header.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

const SOCIAL_SECURITY: &str = "ssn ss ssno ssnum ssnumber eessn empssn employeessn participantssn fullssn socialsecurity \
     socialsecuritynumber socialsecurityno socsec socsecnum socsecno socialsec socialsecuritynum \
     taxid tin itin taxpayerid taxidnumber employeetaxid";

const SYNONYMS: &[(Column, &str)] = &[
    (Column::PlanId, "plan planno plannumber plannum plancode contract contractnumber"),
    (Column::EmployerGroup, "controlledgroup employer employerid companygroup ein feein"),
    (
        Column::EmployeeId,
        "eeid empid employeenumber employeeno empno empnum empnumber employeenum eeno eenumber \
         participantid participantnumber workerid personid associateid filenumber personnelnumber \
         staffid id",
    ),
    (Column::BirthDate, "dob dateofbirth birthdate bdate birthday eedob"),
    (
        Column::HireDate,
        "doh dateofhire hiredt originalhiredate datehired origdateofhire originaldateofhire startdate",
    ),
    (Column::TerminationDate, "dot dateofterm dateoftermination termdate termdt separationdate datetermed"),
    (
        Column::Hours,
        "hoursworked hoursofservice hrs hrsworked creditedhours ytdhours totalhours annualhours hos",
    ),
    (
        Column::Compensation,
        "comp plancomp plancompensation testcomp testingcomp testingcompensation eligiblecomp \
         eligiblecompensation eligiblepay planpay plansalary eligiblewages planyearcompensation \
         planyearcomp 414scompensation 414scomp",
    ),
    (
        Column::PriorCompensation,
        "priorcomp prioryearcomp prioryearcompensation priorpay prioryearpay lookbackcomp \
         lookbackcompensation lookbackyearcomp pycomp pycompensation priorwages prioryearwages \
         priorgrosscomp prioryeargrosscomp",
    ),
    (
        Column::Ownership,
        "ownershippercent ownershippercentage percentowned percentowner percentownership ownershippct \
         ownedpct",
    ),
    (
        Column::PriorOwnership,
        "prioryearownership priorownershippercent prioryearownershippercent pyownership \
         lookbackownership",
    ),
    (Column::FamilyOf, "family familymember familymemberof relatedto relatedtoowner relativeof"),
    (Column::Officer, "isofficer officerflag officeryn officerstatus"),
    (Column::Union, "isunion unionflag unionyn unionemployee unionmember unionstatus collectivelybargained"),
    (Column::Hce, "ishce hceflag hceyn hcestatus highlycompensated highlycompensatedemployee"),
    (Column::Eligible, "iseligible eligibleflag eligibleyn eligibilitystatus eligibletodefer eligibility"),
    (
        Column::PreTax,
        "pretaxdeferral pretaxdeferrals pretax401k pretaxcontribution pretaxcontributions 401k \
         401kdeferral 401kdeferrals 401kpretax traditional401k traditional electivedeferral \
         electivedeferrals electivecontribution electivecontributions deferral deferrals \
         salarydeferral salarydeferrals employeedeferral employeedeferrals eedeferral eedeferrals \
         eepretax 403b 403bpretax 403bdeferral pretax403b 401kcontribution 401kcontributions \
         salaryreduction",
    ),
    (
        Column::Roth,
        "roth401k 401kroth rothdeferral rothdeferrals rothcontribution rothcontributions eeroth \
         roth403b 403broth designatedroth rothelectivedeferral rothelectivedeferrals",
    ),
    (
        Column::CatchUp,
        "catchupcontribution catchupcontributions catchupdeferral catchupdeferrals 401kcatchup \
         catchup401k eecatchup",
    ),
    (
        Column::AfterTax,
        "aftertaxcontribution aftertaxcontributions aftertax401k 401kaftertax posttax \
         posttaxcontribution posttaxcontributions voluntaryaftertax voluntaryaftertaxcontribution \
         voluntaryaftertaxcontributions eeaftertax employeeaftertax nonrothaftertax aftertaxnonroth \
         aftertaxvoluntary",
    ),
    (
        Column::Match,
        "ermatch employermatch matching matchingcontribution matchingcontributions companymatch \
         employermatching employermatchingcontribution employermatchingcontributions 401kmatch \
         discretionarymatch ermatching matchcontribution",
    ),
    (
        Column::SafeHarborMatch,
        "shmatch shm safeharbormatching safeharbormatchingcontribution safeharbormatchcontribution \
         ershmatch qacamatch",
    ),
    (
        Column::Nonelective,
        "nec ernonelective employernonelective nonelectivecontribution nonelectivecontributions \
         profitsharing profitsharingcontribution ps erprofitsharing employerprofitsharing \
         discretionaryprofitsharing",
    ),
    (
        Column::SafeHarborNonelective,
        "shnec shne shnonelective safeharbornonelectivecontribution safeharbornec 3safeharbor \
         3safeharbornonelective qacanonelective",
    ),
    (Column::Qnec, "qualifiednonelective qualifiednonelectivecontribution erqnec"),
    (Column::Qmac, "qualifiedmatch qualifiedmatching qualifiedmatchingcontribution ermqmac erqmac"),
    (
        Column::Forfeitures,
        "forfeiture forfeiturereallocation reallocatedforfeitures forfeitureallocation \
         forfeituresallocated",
    ),
    (
        Column::PriorFicaWages,
        "priorfica prioryearficawages priorsswages prioryearsocialsecuritywages priorbox3 \
         priorbox3wages",
    ),
    (
        Column::MatchVested,
        "matchvestedpercent matchvestedpct vestedpercent vestedpct vesting vestingpercent vested",
    ),
    (
        Column::Balance,
        "accountbalance openingbalance beginningbalance priorbalance prioryearendbalance begbalance",
    ),
    (Column::AccountIncome, "gainloss gainsandlosses investmentincome investmentgain investmentearnings"),
    (
        Column::AfterTaxConverted,
        "convertedtoroth rothconversion rothconversions inplanrothconversion inplanrothrollover converted",
    ),
];

const FALLBACKS: &[(Column, &str)] = &[
    (
        Column::Compensation,
        "grosscomp grosscompensation grosspay grosswages gross totalcomp totalcompensation annualcomp \
         annualcompensation wages salary annualsalary pay w2comp w2wages w2compensation ytdcomp \
         ytdgross ytdpay 415comp 415compensation earnings",
    ),
    (Column::HireDate, "rehiredate adjustedhiredate servicedate dateofrehire"),
];

const DEFERRALS: &[Column] = &[Column::PreTax, Column::Roth, Column::CatchUp];
const EMPLOYER: &[Column] = &[Column::Match, Column::Nonelective];
const AMBIGUOUS: &[(&str, &[Column])] = &[
    ("totaldeferral", DEFERRALS),
    ("totaldeferrals", DEFERRALS),
    ("total401k", DEFERRALS),
    ("contribution", &[Column::PreTax, Column::AfterTax, Column::Match]),
    ("contributions", &[Column::PreTax, Column::AfterTax, Column::Match]),
    ("employeecontribution", &[Column::PreTax, Column::AfterTax]),
    ("employeecontributions", &[Column::PreTax, Column::AfterTax]),
    ("eecontribution", &[Column::PreTax, Column::AfterTax]),
    ("eecontributions", &[Column::PreTax, Column::AfterTax]),
    ("employercontribution", EMPLOYER),
    ("employercontributions", EMPLOYER),
    ("ercontribution", EMPLOYER),
    ("ercontributions", EMPLOYER),
    ("employermoney", EMPLOYER),
    ("safeharbor", &[Column::SafeHarborMatch, Column::SafeHarborNonelective]),
    ("safeharborcontribution", &[Column::SafeHarborMatch, Column::SafeHarborNonelective]),
    ("sh", &[Column::SafeHarborMatch, Column::SafeHarborNonelective]),
    ("aftertaxroth", &[Column::AfterTax, Column::Roth]),
    ("rothaftertax", &[Column::AfterTax, Column::Roth]),
    ("voluntary", &[Column::PreTax, Column::AfterTax]),
    ("voluntarycontribution", &[Column::PreTax, Column::AfterTax]),
    ("date", &[Column::BirthDate, Column::HireDate, Column::TerminationDate]),
    ("status", &[Column::Eligible, Column::Hce]),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn headers_mean_what_people_mean() {
        let table = [
            ("Date of Birth", Meaning::Synonym(Column::BirthDate)),
            ("birth_date", Meaning::Name(Column::BirthDate)),
            ("Pre-Tax $", Meaning::Name(Column::PreTax)),
            ("401(k)", Meaning::Synonym(Column::PreTax)),
            ("Roth 401k", Meaning::Synonym(Column::Roth)),
            ("Voluntary After-Tax", Meaning::Synonym(Column::AfterTax)),
            ("ER Match", Meaning::Synonym(Column::Match)),
            ("Ownership %", Meaning::Name(Column::Ownership)),
            ("EE ID", Meaning::Synonym(Column::EmployeeId)),
            ("Gross Comp", Meaning::Fallback(Column::Compensation)),
            ("Plan Comp", Meaning::Synonym(Column::Compensation)),
            ("SSN", Meaning::SocialSecurity),
            ("SS#", Meaning::SocialSecurity),
            ("Soc. Sec. No.", Meaning::SocialSecurity),
            ("Safe Harbor", Meaning::Ambiguous(&[Column::SafeHarborMatch, Column::SafeHarborNonelective])),
        ];
        for (header, expected) in table {
            assert_eq!(meaning(header), Some(expected), "{header}");
        }
        assert_eq!(meaning("Favourite colour"), None);
        assert_eq!(meaning(""), None);
    }

    #[test]
    fn every_word_is_plain_and_stands_once() {
        let mut seen = BTreeSet::new();
        let tables = SYNONYMS.iter().chain(FALLBACKS).flat_map(|(_, words)| words.split(' '));
        for word in tables.chain(SOCIAL_SECURITY.split(' ')).chain(AMBIGUOUS.iter().map(|(word, _)| *word)) {
            assert_eq!(word, plain(word), "{word}");
            assert!(seen.insert(word), "{word} stands twice");
        }
    }
}
