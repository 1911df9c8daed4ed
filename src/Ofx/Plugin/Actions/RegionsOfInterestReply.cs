using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Actions;

/// <summary>Which part of each input is needed. Inputs that are not set keep the host's default: the output's region.</summary>
/// <param name="properties">The action's out-arguments.</param>
public sealed class RegionsOfInterestReply(PropertySet properties)
{
    /// <summary>Whether anything was set.</summary>
    internal bool IsSet { get; private set; }

    /// <summary>Sets the part of an input that is needed.</summary>
    /// <param name="clipName">The input.</param>
    /// <param name="region">The part, in canonical coordinates.</param>
    public void Set(string clipName, OfxRectD region)
    {
        string name = "OfxImageClipPropRoI_" + clipName;
        ReadOnlySpan<double> sides = [region.x1, region.y1, region.x2, region.y2];
        for (int i = 0; i < sides.Length; i++)
            IsSet |= properties.TrySetDouble(name, sides[i], i) == OfxStatus.kOfxStatOK;
    }
}
