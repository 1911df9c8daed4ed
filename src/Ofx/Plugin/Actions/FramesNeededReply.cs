using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Actions;

/// <summary>Which frames of each input are needed. Inputs without a range keep the host's default: the current frame.</summary>
/// <param name="properties">The action's out-arguments.</param>
public sealed class FramesNeededReply(PropertySet properties)
{
    private readonly Dictionary<string, int> _used = [];

    /// <summary>Whether anything was set.</summary>
    internal bool IsSet { get; private set; }

    /// <summary>Adds a range of frames of an input; the first one replaces the host's default.</summary>
    /// <param name="clipName">The input.</param>
    /// <param name="range">The first and last frame.</param>
    public void Add(string clipName, OfxRangeD range)
    {
        string name = "OfxImageClipPropFrameRange_" + clipName;
        int at = _used.GetValueOrDefault(clipName);
        if (properties.TrySetDouble(name, range.min, at) == OfxStatus.kOfxStatOK
            && properties.TrySetDouble(name, range.max, at + 1) == OfxStatus.kOfxStatOK)
        {
            _used[clipName] = at + 2;
            IsSet = true;
        }
    }
}
