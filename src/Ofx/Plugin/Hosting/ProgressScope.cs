using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Hosting;

/// <summary>
/// A progress bar in the host, from construction to <see cref="Dispose"/>: version 2 of the progress suite, else
/// version 1, else nothing to see (and never cancelled).
/// </summary>
public sealed unsafe class ProgressScope : IDisposable
{
    private readonly void* _effect;
    private readonly delegate* unmanaged[Cdecl]<void*, double, OfxStatus> _update;
    private delegate* unmanaged[Cdecl]<void*, OfxStatus> _end;

    /// <summary>Opens the progress bar.</summary>
    /// <param name="host">The host.</param>
    /// <param name="effect">The instance that works.</param>
    /// <param name="label">What is going on.</param>
    public ProgressScope(OfxHostContext host, OfxImageEffectHandle effect, string label)
    {
        ArgumentNullException.ThrowIfNull(host);
        _effect = (void*)effect.Value;
        OfxProgressSuiteV2* v2 = host.ProgressSuiteV2;
        OfxProgressSuiteV1* v1 = host.ProgressSuiteV1;
        if (v2 != null && v2->progressStart != null && v2->progressUpdate != null && v2->progressEnd != null
            && v2->progressStart(_effect, Utf8.Permanent(label), Utf8.Permanent("")) == OfxStatus.kOfxStatOK)
        {
            _update = v2->progressUpdate;
            _end = v2->progressEnd;
        }
        else if (v1 != null && v1->progressStart != null && v1->progressUpdate != null && v1->progressEnd != null
            && v1->progressStart(_effect, Utf8.Permanent(label)) == OfxStatus.kOfxStatOK)
        {
            _update = v1->progressUpdate;
            _end = v1->progressEnd;
        }
    }

    /// <summary>Moves the bar.</summary>
    /// <param name="done">How much is done, 0 to 1.</param>
    /// <returns>Whether to go on; false when the artist cancelled.</returns>
    public bool Update(double done) =>
        _update == null || _update(_effect, Math.Clamp(done, 0, 1)) is not OfxStatus.kOfxStatReplyNo;

    /// <summary>Closes the bar.</summary>
    public void Dispose()
    {
        if (_end != null)
            _end(_effect);
        _end = null;
    }
}
