using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Sessions;
using FaceFusion.Node.Engine;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Describing;

namespace FaceFusion.Node.Parameters;

/// <summary>The parameters that choose the networks which look at faces: find them, measure them, tell people and hair apart; and what runs every network.</summary>
internal static class AnalysisParameters
{
    private const string Group = "networksGroup";

    /// <summary>Their names, in the panel's order.</summary>
    public static IReadOnlyList<string> All { get; } = [NodeNames.Detector, NodeNames.Landmarks, NodeNames.Recogniser, NodeNames.Occlusion, NodeNames.ExecutionProvider];

    /// <summary>Defines them.</summary>
    /// <param name="descriptor">Gets them.</param>
    public static void Define(EffectDescriptor descriptor)
    {
        descriptor.DefineGroup(Group).Label("Networks").Open(false);
        Define(descriptor, NodeNames.Detector, "Detector", NetworkKinds.DetectorLabels,
            "What finds faces. Automatic: YuNet where it is installed, else the node's own. The others have to be installed with 'facefusion models fetch' or 'facefusion models add'.");
        Define(descriptor, NodeNames.Landmarks, "Landmarks", NetworkKinds.LandmarksLabels,
            "What places the points that the face is swapped by. MediaPipe's give all of them; of 66, 68 or 98 points the rest is made up from an average face, which is good enough for swapping networks and coarser for the mesh.");
        Define(descriptor, NodeNames.Recogniser, "Recogniser", NetworkKinds.RecogniserLabels,
            "What tells people apart, for Analyse, for the choice of a face by its likeness and for warnings. Swapping networks bring their own.");
        Define(descriptor, NodeNames.Occlusion, "Occlusion", NetworkKinds.SegmenterLabels,
            "What tells the face from hair, hands and microphones in front of it.");
        Define(descriptor, NodeNames.ExecutionProvider, "Execution provider", ExecutionProviders.Labels,
            "What runs every network. CPU: the same pixels on every machine. Automatic: the first of the others, in this order, that this machine has and that takes the network, at last the CPU; pixels then differ a little from machine to machine. What isn't there is made up for by the CPU, and Debug says so. FACEFUSION_PROVIDER in a machine's environment overrides this menu.",
            (int)ExecutionProvider.Cpu);
    }

    /// <summary>The choice.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="time">The time, in frames.</param>
    public static AnalysisNetworks Read(Effect effect, double time) => new(
        StoredChoice.Read<DetectorKind>(effect, NodeNames.Detector, time), StoredChoice.Read<LandmarksKind>(effect, NodeNames.Landmarks, time),
        StoredChoice.Read<RecogniserKind>(effect, NodeNames.Recogniser, time), StoredChoice.Read<SegmenterKind>(effect, NodeNames.Occlusion, time),
        StoredChoice.Read<ExecutionProvider>(effect, NodeNames.ExecutionProvider, time));

    private static void Define(EffectDescriptor descriptor, string name, string label, IReadOnlyList<string> options, string hint, int chosen = 0) =>
        descriptor.DefineChoice(name).Label(label).Parent(Group).Options([.. options]).Default(chosen).Animates(false).Hint(hint);
}
