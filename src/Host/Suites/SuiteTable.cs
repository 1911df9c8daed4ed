using System.Collections.Frozen;
using System.Runtime.InteropServices;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Suites;

/// <summary>Every suite that the offline host implements, as the structs handed to plug-ins; they live with the process.</summary>
internal static unsafe class SuiteTable
{
    private static readonly FrozenDictionary<SuiteId, nint> Suites = new Dictionary<SuiteId, nint>
    {
        [new(OfxSuiteNames.kOfxPropertySuite, 1)] = Permanent(PropertySuite.Create()),
        [new(OfxSuiteNames.kOfxImageEffectSuite, 1)] = Permanent(ImageEffectSuite.Create()),
        [new(OfxSuiteNames.kOfxParameterSuite, 1)] = Permanent(ParameterSuite.Create(VariadicFunctions.Offered)),
        [new(OfxSuiteNames.kOfxMemorySuite, 1)] = Permanent(MemorySuite.Create()),
        [new(OfxSuiteNames.kOfxMultiThreadSuite, 1)] = Permanent(MultiThreadSuite.Create()),
        [new(OfxSuiteNames.kOfxMessageSuite, 1)] = Permanent(MessageSuite.CreateV1(VariadicFunctions.Offered)),
        [new(OfxSuiteNames.kOfxMessageSuite, 2)] = Permanent(MessageSuite.CreateV2(VariadicFunctions.Offered)),
        [new(OfxSuiteNames.kOfxProgressSuite, 1)] = Permanent(ProgressSuite.CreateV1()),
        [new(OfxSuiteNames.kOfxProgressSuite, 2)] = Permanent(ProgressSuite.CreateV2()),
        [new(OfxSuiteNames.kOfxTimeLineSuite, 1)] = Permanent(TimeLineSuite.Create()),
        [new(OfxSuiteNames.kOfxInteractSuite, 1)] = Permanent(InteractSuite.Create()),
        [new(OfxSuiteNames.kOfxDrawSuite, 1)] = Permanent(DrawSuite.Create()),
    }.ToFrozenDictionary();

    private static readonly SuiteId Message2 = new(OfxSuiteNames.kOfxMessageSuite, 2);
    private static readonly nint BrokenMessages = Permanent(MessageSuite.CreateBroken(VariadicFunctions.Offered));

    /// <summary>The struct of a suite; null for one that the host doesn't implement.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="behaviour">What is wrong with it in the host that is played.</param>
    public static void* Find(SuiteId suite, HostBehaviour behaviour)
    {
        if (behaviour.PersistentMessagesAreBroken && suite == Message2)
            return (void*)BrokenMessages;
        return Suites.TryGetValue(suite, out nint address) ? (void*)address : null;
    }

    private static nint Permanent<T>(T suite)
        where T : unmanaged
    {
        T* copy = (T*)NativeMemory.Alloc((nuint)sizeof(T));
        *copy = suite;
        return (nint)copy;
    }
}
