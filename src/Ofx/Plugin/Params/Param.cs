using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Params;

/// <summary>
/// A parameter of an effect instance. Reading is allowed on any thread; writing (values, keys, enabledness) only inside
/// InstanceChanged and at the end of CreateInstance.
/// </summary>
public abstract unsafe class Param
{
    private protected Param(ParamAccess access)
    {
        Access = access;
        Properties = access.Host.PropertySet(access.Properties);
    }

    /// <summary>The name it was defined by.</summary>
    public string Name => Access.Name;

    /// <summary>The host's handle.</summary>
    public OfxParamHandle Handle => Access.Handle;

    /// <summary>All properties of the parameter.</summary>
    public PropertySet Properties { get; }

    /// <summary>Whether the host shows the parameter in grey (false) or lets it be edited; some hosts ignore it.</summary>
    public bool IsEnabled
    {
        get => Properties.GetBool(OfxParamProps.kOfxParamPropEnabled, true);
        set => Properties.TrySetInt(OfxParamProps.kOfxParamPropEnabled, value ? 1 : 0);
    }

    /// <summary>Whether the host hides the parameter. Set it at the end of CreateInstance: some hosts never show what was hidden while describing.</summary>
    public bool IsSecret
    {
        get => Properties.GetBool(OfxParamProps.kOfxParamPropSecret, false);
        set => Properties.TrySetInt(OfxParamProps.kOfxParamPropSecret, value ? 1 : 0);
    }

    /// <summary>The number of keys; 0 where the host has no animation.</summary>
    public int KeyCount
    {
        get
        {
            uint count = 0;
            OfxParameterSuiteV1* suite = Access.Suite;
            return suite->paramGetNumKeys != null && suite->paramGetNumKeys(Handle, &count) == OfxStatus.kOfxStatOK ? (int)count : 0;
        }
    }

    /// <summary>How the values are reached.</summary>
    private protected ParamAccess Access { get; }

    /// <summary>The time of a key.</summary>
    /// <param name="index">Which key, 0 to <see cref="KeyCount"/> − 1, in order of time.</param>
    /// <exception cref="OfxException">There is no such key.</exception>
    public double GetKeyTime(int index)
    {
        double time = 0;
        OfxParameterSuiteV1* suite = Access.Suite;
        Access.Check(suite->paramGetKeyTime == null ? OfxStatus.kOfxStatErrMissingHostFeature : suite->paramGetKeyTime(Handle, (uint)index, &time), "the key");
        return time;
    }

    /// <summary>Removes every key. A host without animation isn't asked when there is none.</summary>
    /// <exception cref="OfxException">The host refuses.</exception>
    public void DeleteAllKeys()
    {
        if (KeyCount == 0)
            return;
        OfxParameterSuiteV1* suite = Access.Suite;
        Access.Check(suite->paramDeleteAllKeys == null ? OfxStatus.kOfxStatErrMissingHostFeature : suite->paramDeleteAllKeys(Handle), "the removal of keys");
    }
}
