using System.Text;
using FaceFusion.Host.Effects;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Tests.Suites;

/// <summary>The suites as a plug-in gets them: through the host struct's <c>fetchSuite</c>.</summary>
internal sealed unsafe class SuiteAccess : IDisposable
{
    private readonly HostEnvironment _environment;

    public SuiteAccess(HostProfile? profile = null) => _environment = new HostEnvironment(profile ?? HostProfile.Modern);

    public OfxPropertySetHandle HostProperties => _environment.Host->host;

    public OfxPropertySuiteV1* Property => (OfxPropertySuiteV1*)Fetch(OfxSuiteNames.kOfxPropertySuite, 1);

    public OfxImageEffectSuiteV1* ImageEffect => (OfxImageEffectSuiteV1*)Fetch(OfxSuiteNames.kOfxImageEffectSuite, 1);

    public OfxParameterSuiteV1* Parameter => (OfxParameterSuiteV1*)Fetch(OfxSuiteNames.kOfxParameterSuite, 1);

    public OfxMemorySuiteV1* Memory => (OfxMemorySuiteV1*)Fetch(OfxSuiteNames.kOfxMemorySuite, 1);

    public OfxMultiThreadSuiteV1* MultiThread => (OfxMultiThreadSuiteV1*)Fetch(OfxSuiteNames.kOfxMultiThreadSuite, 1);

    public OfxMessageSuiteV2* Message => (OfxMessageSuiteV2*)Fetch(OfxSuiteNames.kOfxMessageSuite, 2);

    public OfxProgressSuiteV2* Progress => (OfxProgressSuiteV2*)Fetch(OfxSuiteNames.kOfxProgressSuite, 2);

    public OfxTimeLineSuiteV1* TimeLine => (OfxTimeLineSuiteV1*)Fetch(OfxSuiteNames.kOfxTimeLineSuite, 1);

    public OfxInteractSuiteV1* Interact => (OfxInteractSuiteV1*)Fetch(OfxSuiteNames.kOfxInteractSuite, 1);

    public OfxDrawSuiteV1* Draw => (OfxDrawSuiteV1*)Fetch(OfxSuiteNames.kOfxDrawSuite, 1);

    /// <summary>A C string; pinned for the life of the process, as a literal of a plug-in is.</summary>
    public static byte* Native(string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        byte[] bytes = GC.AllocateArray<byte>(length + 1, pinned: true);
        Encoding.UTF8.GetBytes(text, bytes);
        Literals.Add(bytes);
        fixed (byte* first = bytes)
            return first;
    }

    public void* Fetch(string name, int version) => _environment.Host->fetchSuite(HostProperties, Native(name), version);

    public void Dispose() => _environment.Dispose();

    private static readonly System.Collections.Concurrent.ConcurrentBag<byte[]> Literals = [];
}
