using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;
using FaceFusion.Ofx.Plugin.Hosting;

namespace FaceFusion.Ofx.Plugin.Params;

/// <summary>One undo step, from construction to <see cref="Dispose"/>; nothing where the host has none.</summary>
public sealed unsafe class ParamEditScope : IDisposable
{
    private readonly OfxParameterSuiteV1* _suite;
    private readonly OfxParamSetHandle _paramSet;
    private bool _open;

    internal ParamEditScope(OfxHostContext host, OfxParamSetHandle paramSet, string label)
    {
        _paramSet = paramSet;
        _suite = host.ParameterSuite;
        _open = _suite->paramEditBegin != null && _suite->paramEditEnd != null
            && _suite->paramEditBegin(paramSet, Utf8.Permanent(label)) == OfxStatus.kOfxStatOK;
    }

    /// <summary>Closes the step.</summary>
    public void Dispose()
    {
        if (_open)
            _suite->paramEditEnd(_paramSet);
        _open = false;
    }
}
