using FaceFusion.Host.Handles;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Effects;

/// <summary>What suites know of a parameter set handle.</summary>
internal sealed class ParamSet : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Stack<string> _openEdits = new();

    /// <summary>Gives the set of an effect its handle.</summary>
    public ParamSet(IEffect owner)
    {
        Owner = owner;
        Handle = new OfxParamSetHandle(HandleTable.Add(this));
    }

    /// <summary>The effect.</summary>
    public IEffect Owner { get; }

    /// <summary>The handle that the plug-in knows the set by.</summary>
    public OfxParamSetHandle Handle { get; }

    /// <summary>Opens a step of undo; steps nest.</summary>
    public void BeginEdit(string label)
    {
        lock (_gate)
            _openEdits.Push(label);
    }

    /// <summary>Closes the innermost step of undo; false when none is open.</summary>
    public bool EndEdit()
    {
        lock (_gate)
            return _openEdits.TryPop(out _);
    }

    /// <summary>Withdraws the handle.</summary>
    public void Dispose() => HandleTable.Remove(Handle.Value);
}
