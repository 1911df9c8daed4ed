using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;
using FaceFusion.Ofx.Plugin.Hosting;

namespace FaceFusion.Ofx.Plugin.Params;

/// <summary>One undo step, from construction to <see cref="Dispose"/>; nothing where the host has none.</summary>
public sealed unsafe class ParamEditScope : IDisposable
{
    private readonly OfxParameterSuiteV1* suite;
    private readonly OfxParamSetHandle paramSet;
    private bool open;

    internal ParamEditScope(OfxHostContext host, OfxParamSetHandle paramSet, string label)
    {
        this.paramSet = paramSet;
        suite = host.ParameterSuite;
        open = suite->paramEditBegin != null && suite->paramEditEnd != null
            && suite->paramEditBegin(paramSet, Utf8.Permanent(label)) == OfxStatus.kOfxStatOK;
    }

    /// <summary>Closes the step.</summary>
    public void Dispose()
    {
        if (open)
            suite->paramEditEnd(paramSet);
        open = false;
    }
}
