//! Who comes before whom when only some adopt, and the draws of a simulation: by seed, the same on every machine.

use std::hash::Hasher;

use fnv::FnvHasher;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// For which contribution people are put in order: each has an order of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For {
    AfterTax,
    Deferrals,
}

/// The place in the order of adoption, from the employee's key and the seed alone: rows may stand in any order, and
/// whoever adopts at one share does so at every greater one.
pub fn rank(employee_id: &[u8], seed: u64, what: For) -> u64 {
    let mut hasher = FnvHasher::default();
    hasher.write(employee_id);
    let salt = match what {
        For::AfterTax => 1,
        For::Deferrals => 2,
    };
    let mut mixed = hasher.finish() ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(salt);
    // Keys that differ in a digit have hashes that are alike; this spreads them.
    for (shift, factor) in [(30, 0xbf58_476d_1ce4_e5b9_u64), (27, 0x94d0_49bb_1331_11eb)] {
        mixed = (mixed ^ (mixed >> shift)).wrapping_mul(factor);
    }
    mixed ^ (mixed >> 31)
}

/// Draws of whole numbers.
#[derive(Debug)]
pub struct Draw(ChaCha8Rng);

impl Draw {
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// One of the numbers below `count`, each as likely as another; 0 where there are none.
    pub fn below(&mut self, count: u64) -> u64 {
        if count == 0 {
            return 0;
        }
        // The lowest draws, which would make some numbers more likely than others, are drawn again.
        let unfair = count.wrapping_neg() % count;
        loop {
            let drawn = self.0.next_u64();
            if drawn >= unfair {
                return drawn % count;
            }
        }
    }

    /// Brings `chosen` of the list to its front, every choice as likely as another.
    pub fn choose<T>(&mut self, list: &mut [T], chosen: usize) {
        let count = list.len();
        for index in 0..chosen.min(count) {
            let other = index + self.below((count - index) as u64) as usize;
            list.swap(index, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same bytes on every machine: these were drawn once and stay.
    #[test]
    fn draws_are_the_same_everywhere() {
        let mut draw = Draw::new(1);
        let drawn: Vec<u64> = (0..6).map(|_| draw.below(100)).collect();
        assert_eq!(drawn, DRAWN);
        let mut list: Vec<u32> = (0..6).collect();
        draw.choose(&mut list, 3);
        assert_eq!(list.len(), 6);
        assert_eq!(Draw::new(1).below(0), 0);
    }

    const DRAWN: [u64; 6] = [1, 95, 85, 66, 33, 64];

    #[test]
    fn an_order_depends_on_key_and_seed() {
        assert_eq!(rank(b"R-001", 1, For::AfterTax), rank(b"R-001", 1, For::AfterTax));
        assert_ne!(rank(b"R-001", 1, For::AfterTax), rank(b"R-001", 2, For::AfterTax));
        assert_ne!(rank(b"R-001", 1, For::AfterTax), rank(b"R-001", 1, For::Deferrals));
    }
}
