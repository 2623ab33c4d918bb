//! An order of a module's functions in which it deflates further.
//!
//! In: a WebAssembly module. Out: the same module, with names after which `wasm-opt --reorder-functions-by-name` puts functions
//! that resemble each other side by side. Deflating finds repetitions within 32 KB only, and a compiler that makes code from one
//! source for many types scatters its copies over megabytes.

use std::cmp::{Ordering, Reverse};
use std::collections::{HashMap, VecDeque};
use std::ops::Range;

use wasm_encoder::{Encode, IndirectNameMap, NameMap, NameSection};
use wasmparser::{Parser, Payload, TypeRef};

use crate::Fault;

/// Bytes of code that are compared at a time.
const SHINGLE_BYTES: usize = 6;
/// Bytes of code before a function in which it is to find its like: the reach of deflating, and some room.
const WINDOW_BYTES: usize = 28_000;
/// A sequence of bytes that more functions than this contain stands nearby anyway.
const MAX_FUNCTIONS_OF_SHINGLE: usize = 60;
/// Added to a function's shingles, so that tiny functions do not come first everywhere.
const FLOOR_SHINGLES: usize = 12;

/// `wasm` with names in which functions that resemble each other follow one another. Its other names are left out.
///
/// # Errors
/// If `wasm` is not a valid module.
pub(crate) fn named_by_likeness(wasm: &[u8]) -> Result<Vec<u8>, Fault> {
    let module = read(wasm)?;
    let mut names = vec![String::new(); module.bodies.len()];
    for (place, function) in order_by_likeness(&module.bodies).into_iter().enumerate() {
        names[function] = format!("{place:08}");
    }
    let mut map = NameMap::new();
    for (index, name) in names.iter().enumerate() {
        map.append(module.imported_functions + u32::try_from(index)?, name);
    }
    let mut section = NameSection::new();
    section.functions(&map);
    // The order of sections wants locals after functions, even if there are none.
    section.locals(&IndirectNameMap::new());
    let mut named = wasm[..module.names.start].to_vec();
    named.extend_from_slice(&wasm[module.names.end..]);
    // A custom section has the identifier 0.
    named.push(0);
    section.encode(&mut named);
    Ok(named)
}

/// What the order needs to know of a module.
struct Module<'a> {
    imported_functions: u32,
    bodies: Vec<&'a [u8]>,
    /// Bytes of the section with names, from its identifier on; empty if there is none.
    names: Range<usize>,
}

fn read(wasm: &[u8]) -> Result<Module<'_>, Fault> {
    let mut module = Module { imported_functions: 0, bodies: Vec::new(), names: wasm.len()..wasm.len() };
    let mut end_of_last = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        match &payload {
            Payload::ImportSection(imports) => {
                for import in imports.clone().into_imports() {
                    if matches!(import?.ty, TypeRef::Func(_)) {
                        module.imported_functions += 1;
                    }
                }
            }
            Payload::CodeSectionEntry(body) => module.bodies.push(body.as_bytes()),
            Payload::CustomSection(section) if section.name() == "name" => {
                module.names = end_of_last..usize::try_from(section.range().end)?;
            }
            _ => {}
        }
        if let Some((_, range)) = payload.as_section() {
            end_of_last = usize::try_from(range.end)?;
        }
    }
    Ok(module)
}

/// Indices of `bodies` in an order in which each finds as much of itself as possible shortly before it. The same on every machine.
fn order_by_likeness(bodies: &[&[u8]]) -> Vec<usize> {
    let mut window = Window::new(bodies);
    let mut order = Vec::with_capacity(bodies.len());
    let mut rest: Vec<usize> = (0..bodies.len()).collect();
    // The longest first: it has the most to offer.
    let mut next = (0..bodies.len()).max_by_key(|at| (bodies[*at].len(), Reverse(*at)));
    while let Some(function) = next {
        rest.retain(|at| *at != function);
        order.push(function);
        window.enter(function);
        next = rest.iter().copied().reduce(|best, at| if window.compare(at, best).is_gt() { at } else { best });
    }
    order
}

/// The functions that were placed last, and how much of each other function they contain.
struct Window<'a> {
    bodies: &'a [&'a [u8]],
    /// The shingles of each function, without repetitions.
    shingles: Vec<Vec<usize>>,
    /// The functions of each shingle; empty for one that is of no use.
    functions: Vec<Vec<usize>>,
    /// How many functions in the window contain each shingle.
    inside: Vec<u32>,
    /// How many shingles of each function are in the window.
    shared: Vec<u128>,
    placed: VecDeque<usize>,
    bytes: usize,
}

impl<'a> Window<'a> {
    fn new(bodies: &'a [&'a [u8]]) -> Self {
        let mut numbers: HashMap<&[u8], usize> = HashMap::new();
        let mut functions: Vec<Vec<usize>> = Vec::new();
        let mut shingles = Vec::with_capacity(bodies.len());
        for (function, body) in bodies.iter().enumerate() {
            let mut own = Vec::new();
            for bytes in body.windows(SHINGLE_BYTES) {
                let free = numbers.len();
                let shingle = *numbers.entry(bytes).or_insert(free);
                if shingle == functions.len() {
                    functions.push(Vec::new());
                }
                if functions[shingle].last() != Some(&function) {
                    functions[shingle].push(function);
                    own.push(shingle);
                }
            }
            shingles.push(own);
        }
        for functions in &mut functions {
            if functions.len() < 2 || functions.len() > MAX_FUNCTIONS_OF_SHINGLE {
                functions.clear();
            }
        }
        let (inside, shared) = (vec![0; functions.len()], vec![0; bodies.len()]);
        Self { bodies, shingles, functions, inside, shared, placed: VecDeque::new(), bytes: 0 }
    }

    /// Adds a function, and takes out those that are out of reach by now.
    fn enter(&mut self, function: usize) {
        for shingle in &self.shingles[function] {
            self.inside[*shingle] += 1;
            if self.inside[*shingle] == 1 {
                for other in &self.functions[*shingle] {
                    self.shared[*other] += 1;
                }
            }
        }
        self.placed.push_back(function);
        self.bytes += self.bodies[function].len();
        while self.bytes > WINDOW_BYTES && self.placed.len() > 1 {
            if let Some(first) = self.placed.pop_front() {
                self.leave(first);
            }
        }
    }

    fn leave(&mut self, function: usize) {
        self.bytes -= self.bodies[function].len();
        for shingle in &self.shingles[function] {
            self.inside[*shingle] -= 1;
            if self.inside[*shingle] == 0 {
                for other in &self.functions[*shingle] {
                    self.shared[*other] -= 1;
                }
            }
        }
    }

    /// Which of two functions has more of itself in the window. In whole numbers, `shared / size^(3/4)`: between the share of a
    /// function, which prefers short ones, and the number of its shingles, which prefers long ones.
    fn compare(&self, a: usize, b: usize) -> Ordering {
        let size = |function: usize| (self.shingles[function].len() + FLOOR_SHINGLES) as u128;
        (self.shared[a].pow(4) * size(b).pow(3)).cmp(&(self.shared[b].pow(4) * size(a).pow(3)))
    }
}

#[cfg(test)]
mod tests {
    use super::{named_by_likeness, order_by_likeness, read};

    /// A module with a function for each body; each returns numbers that it drops.
    fn module(bodies: &[Vec<u8>]) -> Vec<u8> {
        use wasm_encoder::{CodeSection, Function, FunctionSection, Instruction, Module, TypeSection};
        let (mut types, mut functions, mut code) = (TypeSection::new(), FunctionSection::new(), CodeSection::new());
        types.ty().function([], []);
        for body in bodies {
            functions.function(0);
            let mut function = Function::new([]);
            for number in body {
                function.instruction(&Instruction::I32Const(i32::from(*number)));
                function.instruction(&Instruction::Drop);
            }
            function.instruction(&Instruction::End);
            code.function(&function);
        }
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&code);
        module.finish()
    }

    #[test]
    fn what_resembles_each_other_stands_side_by_side() {
        let (small, large): (Vec<u8>, Vec<u8>) = ((0..40).collect(), (64..110).collect());
        let other = |list: &[u8]| list.iter().copied().chain([1, 2, 3]).collect::<Vec<u8>>();
        let wasm = module(&[large.clone(), small.clone(), vec![120; 5], other(&large), other(&small)]);
        let read = read(&wasm).expect("a module");
        let order = order_by_likeness(&read.bodies);
        let place = |function: usize| order.iter().position(|at| *at == function).expect("each has a place");
        assert_eq!(order.len(), 5);
        assert_eq!(place(0).abs_diff(place(3)), 1, "{order:?}");
        assert_eq!(place(1).abs_diff(place(4)), 1, "{order:?}");
    }

    #[test]
    fn names_replace_names_and_nothing_else_changes() {
        let wasm = module(&[vec![1, 2, 3], vec![4, 5, 6]]);
        let named = named_by_likeness(&wasm).expect("a module");
        assert!(named.starts_with(&wasm));
        assert_eq!(named_by_likeness(&named).expect("a module"), named);
        assert!(named_by_likeness(b"no module").is_err());
    }
}
