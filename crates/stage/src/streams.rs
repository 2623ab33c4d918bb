//! Takes the code of a module apart into streams in which it deflates further.
//!
//! In: a WebAssembly module. Out: the same module as streams, one after the other: all operations, all numbers of locals, all
//! addresses, and so on. Deflating finds repetitions and uneven frequencies, and both are clearer among values of one sort: the
//! page's module is a seventh smaller. `static/boot/module.js` puts the module together again, byte for byte, while the browser
//! compiles it.
//!
//! The format, all numbers of four bytes, little-endian:
//!
//! 1. the number of bytes of the module, the number of its functions, and the length of each stream;
//! 2. a byte for each operation, which is its [`Shape`]: first those of one byte, then those after the byte 0xfc;
//! 3. the streams in the order of [`Stream`].
//!
//! The size of a function is left out: it is known once its last `end` has been read.

use wasmparser::{FunctionBody, Parser, Payload};

use crate::Fault;

/// Where the parts of a module go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stream {
    /// Everything before the code of the first function.
    Before,
    /// Everything after the code of the last function.
    After,
    /// The declarations of locals that a function begins with.
    Declarations,
    /// The operations themselves.
    Operations,
    /// Numbers of locals.
    Locals,
    /// Numbers of called functions.
    Functions,
    /// Constants that are whole numbers.
    Constants,
    /// Alignments of loads and stores.
    Alignments,
    /// Offsets of loads and stores.
    Offsets,
    /// What other operations have: labels, types, floating-point constants.
    Others,
}

const STREAMS: usize = Stream::Others as usize + 1;

/// The first byte of operations of two bytes.
const PREFIX: u8 = 0xfc;

/// What follows an operation. The numbers are part of the format.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Nothing = 0,
    /// A number of `Locals`.
    Local = 1,
    /// A number of `Functions`.
    Function = 2,
    /// A number of `Constants`.
    Constant = 3,
    /// A number of `Alignments` and one of `Offsets`.
    Memory = 4,
    /// A number of `Others`.
    One = 5,
    /// Two numbers of `Others`.
    Two = 6,
    /// A number of `Others`, then one more than it says.
    Table = 7,
    /// Four bytes of `Others`.
    FourBytes = 8,
    /// Eight bytes of `Others`.
    EightBytes = 9,
    /// A number of `Others`; a block begins.
    Block = 10,
    /// A block or, outside of all, the function ends.
    End = 11,
    /// The operation has a second byte.
    Prefix = 12,
}

/// The shape of an operation of one byte; `None` if no compiler of ours uses it.
fn shape(operation: u8) -> Option<Shape> {
    Some(match operation {
        0x02..=0x04 => Shape::Block,
        0x0b => Shape::End,
        0x0c | 0x0d | 0x23..=0x26 | 0x3f | 0x40 | 0xd0 | 0xd2 => Shape::One,
        0x0e => Shape::Table,
        0x10 => Shape::Function,
        // A `select` with types has always one.
        0x11 | 0x1c => Shape::Two,
        0x20..=0x22 => Shape::Local,
        0x28..=0x3e => Shape::Memory,
        0x41 | 0x42 => Shape::Constant,
        0x43 => Shape::FourBytes,
        0x44 => Shape::EightBytes,
        0x00 | 0x01 | 0x05 | 0x0f | 0x1a | 0x1b | 0x45..=0xc4 | 0xd1 => Shape::Nothing,
        PREFIX => Shape::Prefix,
        _ => return None,
    })
}

/// The shape of an operation by its byte after [`PREFIX`]; `None` if no compiler of ours uses it.
fn prefixed_shape(operation: u8) -> Option<Shape> {
    Some(match operation {
        0x00..=0x07 => Shape::Nothing,
        0x09 | 0x0b | 0x0d | 0x0f..=0x11 => Shape::One,
        0x08 | 0x0a | 0x0c | 0x0e => Shape::Two,
        _ => return None,
    })
}

/// `wasm` as streams.
///
/// # Errors
/// If `wasm` is not a valid module, or not in the form that `wasm-bindgen` and `wasm-opt` write: an operation that they do not
/// use, or a length that is written in more bytes than it needs.
pub(crate) fn apart(wasm: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut streams: [Vec<u8>; STREAMS] = Default::default();
    let (mut functions, mut end) = (0_u32, 0);
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            // The number of functions is the first thing in the section.
            Payload::CodeSectionStart { count, unchecked_range, .. } => {
                end = usize::try_from(unchecked_range.start)? + number(count).len();
                streams[Stream::Before as usize] = wasm[..end].to_vec();
            }
            Payload::CodeSectionEntry(body) => {
                let range = usize::try_from(body.range().start)?..usize::try_from(body.range().end)?;
                if wasm[end..range.start] != number(u32::try_from(range.len())?) {
                    return Err("a function's length is written in more bytes than it needs".into());
                }
                take_apart(&body, &mut streams)?;
                functions += 1;
                end = range.end;
            }
            _ => {}
        }
    }
    streams[Stream::After as usize] = wasm[end..].to_vec();
    let mut out = Vec::with_capacity(wasm.len());
    for value in [wasm.len(), usize::try_from(functions)?].into_iter().chain(streams.iter().map(Vec::len)) {
        out.extend(u32::try_from(value)?.to_le_bytes());
    }
    for of in [shape, prefixed_shape] {
        out.extend((0..=u8::MAX).map(|operation| of(operation).map_or(0, |shape| shape as u8)));
    }
    out.extend(streams.into_iter().flatten());
    Ok(out)
}

/// Adds a function to the streams.
fn take_apart(body: &FunctionBody<'_>, streams: &mut [Vec<u8>; STREAMS]) -> Result<(), Fault> {
    let bytes = body.as_bytes();
    let start = body.range().start;
    let mut operators = body.get_operators_reader()?;
    let mut at = usize::try_from(operators.original_position() - start)?;
    streams[Stream::Declarations as usize].extend(&bytes[..at]);
    while !operators.eof() {
        operators.read()?;
        let end = usize::try_from(operators.original_position() - start)?;
        let operation = &bytes[at..end];
        let unknown = || format!("the operation {operation:02x?} is not known");
        let (shape, width) = match operation {
            [PREFIX, second, ..] => (prefixed_shape(*second), 2),
            [first, ..] => (shape(*first), 1),
            [] => (None, 0),
        };
        streams[Stream::Operations as usize].extend(&operation[..width]);
        let parts = parts(shape.ok_or_else(unknown)?, &operation[width..]).ok_or_else(unknown)?;
        for (stream, part) in parts {
            streams[stream as usize].extend(part);
        }
        at = end;
    }
    Ok(())
}

/// What follows an operation, divided among the streams; `None` if it is not what `shape` says.
fn parts(shape: Shape, bytes: &[u8]) -> Option<Vec<(Stream, &[u8])>> {
    let numbers = bytes.iter().filter(|byte| **byte < 0x80).count();
    // A number ends with its first byte below 0x80.
    let first = bytes.iter().position(|byte| *byte < 0x80).map_or(bytes.len(), |at| at + 1);
    let (stream, is_so) = match shape {
        Shape::Nothing | Shape::End => return bytes.is_empty().then(Vec::new),
        Shape::Memory => {
            let (alignment, offset) = bytes.split_at(first);
            return (numbers == 2).then(|| vec![(Stream::Alignments, alignment), (Stream::Offsets, offset)]);
        }
        Shape::Local => (Stream::Locals, numbers == 1),
        Shape::Function => (Stream::Functions, numbers == 1),
        Shape::Constant => (Stream::Constants, numbers == 1),
        Shape::One | Shape::Block => (Stream::Others, numbers == 1),
        Shape::Two => (Stream::Others, numbers == 2),
        Shape::Table => (Stream::Others, numbers == value(&bytes[..first])? + 2),
        Shape::FourBytes => (Stream::Others, bytes.len() == 4),
        Shape::EightBytes => (Stream::Others, bytes.len() == 8),
        Shape::Prefix => return None,
    };
    is_so.then(|| vec![(stream, bytes)])
}

/// `value` in the fewest bytes of seven bits each (LEB128).
fn number(mut value: u32) -> Vec<u8> {
    let mut out = Vec::new();
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
    out
}

/// The value of a number that is written in bytes of seven bits each; `None` if it is larger than any length in a module.
fn value(bytes: &[u8]) -> Option<usize> {
    let places = (0..5).map(|place| place * 7);
    (bytes.len() <= 5)
        .then(|| bytes.iter().zip(places).fold(0, |sum, (byte, place)| sum | usize::from(byte & 0x7f) << place))
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use wasm_encoder::{
        BlockType, CodeSection, ConstExpr, ExportKind, ExportSection, Function, FunctionSection, GlobalSection,
        GlobalType, InstructionSink, MemArg, MemArgTarget, MemorySection, MemoryType, Module, TableSection, TableType,
        TypeSection, ValType,
    };

    /// A module with functions of these bodies.
    fn module(bodies: &[&dyn Fn(&mut InstructionSink<'_>)]) -> Vec<u8> {
        let (mut types, mut functions, mut code) = (TypeSection::new(), FunctionSection::new(), CodeSection::new());
        types.ty().function([], []);
        let mut tables = TableSection::new();
        let element_type = wasm_encoder::RefType::FUNCREF;
        tables.table(TableType { element_type, table64: false, minimum: 1, maximum: None, shared: false });
        let mut memories = MemorySection::new();
        memories.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
        let mut globals = GlobalSection::new();
        globals.global(GlobalType { val_type: ValType::I32, mutable: true, shared: false }, &ConstExpr::i32_const(7));
        let mut exports = ExportSection::new();
        exports.export("first", ExportKind::Func, 0);
        for body in bodies {
            functions.function(0);
            let mut function = Function::new([(300, ValType::I32), (2, ValType::F64)]);
            body(&mut function.instructions());
            function.instructions().end();
            code.function(&function);
        }
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&tables).section(&memories).section(&globals);
        module.section(&exports).section(&code);
        module.finish()
    }

    /// Code with every shape of operation, and numbers of one byte and of several.
    fn every_shape(code: &mut InstructionSink<'_>) {
        let place = |offset| MemArg { offset, align: 2, target: MemArgTarget::default(), ordering: None };
        code.block(BlockType::Empty).loop_(BlockType::Empty).i32_const(70_000).br_table([0, 1, 0], 1).end().end();
        code.i32_const(-1).if_(BlockType::Empty).nop().else_().return_().end();
        code.local_get(299)
            .local_get(1)
            .local_tee(200)
            .i32_store(place(100_000))
            .i32_const(8)
            .i32_load(place(4))
            .drop();
        code.f64_const(0.1.into()).local_set(300).f32_const((-2.5).into()).i32_trunc_sat_f32_s().global_set(0);
        code.i32_const(0)
            .i32_const(4)
            .i32_const(500)
            .memory_copy(0, 0)
            .i32_const(0)
            .i32_const(1)
            .i32_const(2)
            .memory_fill(0);
        code.i64_const(i64::MIN).drop().call(1).i32_const(0).call_indirect(0, 0).memory_size(0).drop();
        code.i32_const(1).i32_const(2).local_get(0).typed_select(ValType::I32).drop();
    }

    /// Puts streams together with `static/boot/module.js`. `name` is that of a temporary file.
    fn joined_by_the_script(name: &str, streams: &[u8]) -> Vec<u8> {
        let script = include_str!("../../../static/boot/module.js").to_owned()
            + "let bytes = require('fs').readFileSync(process.argv[1]);\
               const stored = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);\
               process.stdout.write(Buffer.concat([...joined(stored)]));";
        let file = std::env::temp_dir().join(format!("entente-{name}-{}", std::process::id()));
        std::fs::write(&file, streams).expect("the temporary folder can be written");
        let output = Command::new("node").arg("-e").arg(script).arg(&file).output().expect("node is installed");
        std::fs::remove_file(&file).expect("it was written");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    }

    #[test]
    fn the_script_puts_the_same_module_together() {
        let long = |code: &mut InstructionSink<'_>| {
            for number in 0..60_000 {
                code.i32_const(number).drop();
            }
        };
        let wasm = module(&[&every_shape, &|_| {}, &long, &every_shape]);
        let streams = super::apart(&wasm).expect("a module");
        // Not `assert_eq!`, which would print 300 KB.
        assert!(joined_by_the_script("streams", &streams) == wasm, "the module is not the same");
    }

    #[test]
    fn a_module_without_code_stays_whole() {
        let wasm = Module::new().finish();
        assert_eq!(joined_by_the_script("no-code", &super::apart(&wasm).expect("a module")), wasm);
    }

    #[test]
    fn what_the_script_does_not_know_is_refused() {
        let tail_call = module(&[&|code| {
            code.return_call(0);
        }]);
        let error = super::apart(&tail_call).expect_err("no compiler of ours makes tail calls").to_string();
        assert_eq!(error, "the operation [12, 00] is not known");
        assert!(super::apart(b"no module").is_err());
    }
}
