using System.Globalization;
using System.Text.RegularExpressions;

namespace FaceFusion.Gpu.Ptx;

/// <summary>A kernel of PTX, read once and run for one thread after another. Only what the generated kernels use is known.</summary>
internal sealed partial class PtxProgram
{
    private const int Done = int.MaxValue;
    private const long MostSteps = 10_000_000;

    private readonly List<Func<ulong[], int>> _steps = [];
    private readonly Dictionary<string, int> _labels = [];
    private readonly Dictionary<string, int> _slots = [];
    private readonly List<ulong> _initial = [];
    private readonly Dictionary<string, int> _parameters = [];
    private readonly List<int> _offsets = [];
    private readonly PtxMemory _memory;
    private byte[] _values = [];
    private ulong[] _registers = [];

    private PtxProgram(PtxMemory memory)
    {
        _memory = memory;
        foreach (string name in PtxThread.Names)
            Slot(name);
    }

    /// <summary>Bytes of all parameters.</summary>
    public int ParameterBytes { get; private set; }

    /// <summary>Where each parameter begins.</summary>
    public IReadOnlyList<int> ParameterOffsets => _offsets;

    /// <summary>Reads a kernel.</summary>
    /// <param name="text">A module of one kernel.</param>
    /// <param name="memory">What it reads and writes.</param>
    /// <exception cref="NotSupportedException">It holds an instruction that isn't known.</exception>
    public static PtxProgram Parse(string text, PtxMemory memory)
    {
        PtxProgram program = new(memory);
        foreach (Match match in Parameter().Matches(text))
            program.AddParameter(match);

        // Branches go to labels that may come later: these are numbered first.
        string[] lines = [.. text[text.IndexOf('{', StringComparison.Ordinal)..].Split('\n').Select(line => line.Trim()).Where(IsCode)];
        int steps = 0;
        foreach (string line in lines)
        {
            if (line.EndsWith(':'))
                program._labels[line[..^1]] = steps;
            else
                steps++;
        }

        foreach (string line in lines.Where(line => !line.EndsWith(':')))
            program._steps.Add(program.Step(line.TrimEnd(';')));
        program._registers = new ulong[program._initial.Count];
        return program;
    }

    /// <summary>Runs a thread.</summary>
    /// <param name="thread">Which.</param>
    /// <param name="parameters">The parameters' bytes.</param>
    public void Run(PtxThread thread, byte[] parameters)
    {
        _values = parameters;
        _initial.CopyTo(_registers);
        thread.Fill(_registers);
        long steps = 0;
        for (int at = 0; at < _steps.Count;)
        {
            int next = _steps[at](_registers);
            at = next < 0 ? at + 1 : next;
            if (++steps > MostSteps)
                throw new InvalidOperationException("A kernel doesn't end.");
        }
    }

    private static bool IsCode(string line) => line.Length > 0 && line is not ("{" or "}") && !line.StartsWith('.');

    private void AddParameter(Match match)
    {
        int bytes = match.Groups["bytes"].Success
            ? int.Parse(match.Groups["bytes"].Value, CultureInfo.InvariantCulture)
            : int.Parse(match.Groups["bits"].Value, CultureInfo.InvariantCulture) / 8;
        ParameterBytes = (ParameterBytes + 7) & ~7;
        _parameters[match.Groups["name"].Value] = ParameterBytes;
        _offsets.Add(ParameterBytes);
        ParameterBytes += bytes;
    }

    private Func<ulong[], int> Step(string line)
    {
        Match match = Instruction().Match(line);
        string opcode = match.Groups["opcode"].Value;
        string[] operands = [.. match.Groups["operands"].Value.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        Func<ulong[], int> step = Decode(opcode, operands, line);
        if (!match.Groups["predicate"].Success)
            return step;
        int predicate = Slot(match.Groups["predicate"].Value);
        bool isNegated = match.Groups["not"].Length > 0;
        return registers => registers[predicate] != 0 == isNegated ? -1 : step(registers);
    }

    private Func<ulong[], int> Decode(string opcode, string[] operands, string line)
    {
        switch (opcode.Split('.')[0])
        {
            case "ret":
                return _ => Done;
            case "bra":
                int target = _labels[operands[0]];
                return _ => target;
            case "ld":
                return Load(opcode, operands);
            case "st":
                return Store(opcode, operands);
            default:
                int[] slots = [.. operands.Select(Slot)];
                Action<ulong[], int[]> operation = PtxArithmetic.Find(opcode)
                    ?? throw new NotSupportedException($"The interpreter doesn't know {line}; add the instruction to PtxArithmetic.");
                return registers =>
                {
                    operation(registers, slots);
                    return -1;
                };
        }
    }

    private Func<ulong[], int> Load(string opcode, string[] operands)
    {
        int bytes = Bytes(opcode);
        int[] targets = [.. operands[..^1].Select(Slot)];
        (int slot, string parameter, int offset) = Address(operands[^1]);
        if (opcode.StartsWith("ld.param", StringComparison.Ordinal))
        {
            int first = _parameters[parameter] + offset;
            return registers =>
            {
                registers[targets[0]] = Little(_values.AsSpan(first, bytes));
                return -1;
            };
        }

        return registers =>
        {
            ulong address = registers[slot] + (ulong)offset;
            unsafe
            {
                byte* at = _memory.At(address, bytes * targets.Length);
                for (int i = 0; i < targets.Length; i++)
                    registers[targets[i]] = Little(new ReadOnlySpan<byte>(at + (i * bytes), bytes));
            }

            return -1;
        };
    }

    private Func<ulong[], int> Store(string opcode, string[] operands)
    {
        int bytes = Bytes(opcode);
        (int slot, _, int offset) = Address(operands[0]);
        int[] sources = [.. operands[1..].Select(Slot)];
        return registers =>
        {
            ulong address = registers[slot] + (ulong)offset;
            unsafe
            {
                byte* at = _memory.At(address, bytes * sources.Length);
                for (int i = 0; i < sources.Length; i++)
                {
                    ulong value = registers[sources[i]];
                    for (int b = 0; b < bytes; b++)
                        at[(i * bytes) + b] = (byte)(value >> (8 * b));
                }
            }

            return -1;
        };
    }

    private static ulong Little(ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (int i = bytes.Length - 1; i >= 0; i--)
            value = (value << 8) | bytes[i];
        return value;
    }

    private static int Bytes(string opcode) => int.Parse(opcode.Split('.')[^1][1..], CultureInfo.InvariantCulture) / 8;

    private (int Slot, string Name, int Offset) Address(string operand)
    {
        string[] parts = operand.Trim('[', ']').Split('+');
        int offset = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        return (parts[0].StartsWith('%') ? Slot(parts[0]) : -1, parts[0], offset);
    }

    // Registers and constants alike have a place; constants keep theirs from the beginning.
    private int Slot(string operand)
    {
        if (_slots.TryGetValue(operand, out int slot))
            return slot;
        _initial.Add(operand.StartsWith('%') ? 0
            : operand.StartsWith("0f", StringComparison.Ordinal) ? ulong.Parse(operand[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : (ulong)long.Parse(operand, CultureInfo.InvariantCulture));
        return _slots[operand] = _initial.Count - 1;
    }

    [GeneratedRegex(@"\.param (\.align \d+ )?\.[bf](?<bits>\d+) (?<name>\w+)(\[(?<bytes>\d+)\])?")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^(@(?<not>!?)(?<predicate>%\w+)\s+)?(?<opcode>[\w.]+)\s*(?<operands>.*)$")]
    private static partial Regex Instruction();
}
