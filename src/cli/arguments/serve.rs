//! The arguments of `serve`.

use std::ffi::OsString;
use std::net::IpAddr;
use std::path::PathBuf;

use clap::{Args, Parser};
use jiff::civil::Date;
use planlint::syntax::phrase::year::PlanYear;

use super::{CheckCommand, read_phrase};

#[derive(Debug, Args)]
pub struct ServeCommand {
    /// Files and folders
    #[arg(default_value = ".")]
    pub paths: Vec<PathBuf>,
    /// The address to listen on. Any but one of this machine alone demands a token
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1", value_parser = address)]
    pub listen: IpAddr,
    /// The port to listen on; 0 takes one that is free
    #[arg(long, value_name = "PORT", default_value_t = 8401)]
    pub port: u16,
    /// Demand the token in this file, of 16 characters or more, from everybody. Without it the variable PLANLINT_TOKEN is
    /// read; where a token is demanded and there is none, one is made and printed
    #[arg(long, value_name = "FILE")]
    pub token_file: Option<PathBuf>,
    /// A further name that the server is reached by, such as that of a proxy; may be given several times
    #[arg(long, value_name = "NAME")]
    pub allow_host: Vec<String>,
    /// Judge every plan for this year: `2026`, or `2026-02-01 to 2027-01-31`
    #[arg(long, value_name = "YEAR", value_parser = read_phrase::<PlanYear>)]
    pub year: Option<PlanYear>,
    /// Take this day for today
    #[arg(long, value_name = "DATE", value_parser = read_phrase::<Date>)]
    pub as_of: Option<Date>,
    /// Read settings from this file, not from the nearest planlint.toml in this folder or above it
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    pub config: Option<PathBuf>,
    /// Read no file of settings; variables PLANLINT_* still hold
    #[arg(long)]
    pub isolated: bool,
}

/// `check` by itself, so that its flags have their defaults from one place.
#[derive(Debug, Parser)]
struct Alone {
    #[command(flatten)]
    check: CheckCommand,
}

impl ServeCommand {
    /// What judges the plans: `check` on the same paths.
    pub fn check(&self) -> CheckCommand {
        let mut check = Alone::parse_from([OsString::from("check")]).check;
        check.paths.clone_from(&self.paths);
        check.year = self.year;
        check.as_of = self.as_of;
        check.settings.config.clone_from(&self.config);
        check.settings.isolated = self.isolated;
        check
    }
}

/// An address, with or without the brackets that those of IPv6 have in URLs.
fn address(text: &str) -> Result<IpAddr, String> {
    let plain = text.trim_start_matches('[').trim_end_matches(']');
    match plain {
        "localhost" => Ok(IpAddr::from([127, 0, 0, 1])),
        _ => plain.parse().map_err(|_| "an IP address is expected, such as 127.0.0.1 or 0.0.0.0".to_owned()),
    }
}
