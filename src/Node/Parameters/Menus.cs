using FaceFusion.Fusion;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Restorers;
using FaceFusion.Fusion.Swap;
using FaceFusion.Fusion.Swappers;
using FaceFusion.Inference.Sessions;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Node.Images;
using FaceFusion.Node.Rendering;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Describing;

namespace FaceFusion.Node.Parameters;

/// <summary>Every menu of the node with the options that it stands for.</summary>
internal static class Menus
{
    private static readonly Menu[] All =
    [
        Menu.Of<IdentitySource>(NodeNames.IdentityFrom),
        Menu.Of<FaceOrder>(NodeNames.FaceOrder),
        Menu.Of<Swapper>(NodeNames.Swapper),
        Menu.Of<CropSide>(NodeNames.CropSide),
        Menu.Of<MaskCombination>(NodeNames.MaskCombination),
        Menu.Of<MaskView>(NodeNames.MaskView),
        Menu.Of<Restorer>(NodeNames.Restorer),
        Menu.Of<DetectorKind>(NodeNames.Detector),
        Menu.Of<LandmarksKind>(NodeNames.Landmarks),
        Menu.Of<RecogniserKind>(NodeNames.Recogniser),
        Menu.Of<SegmenterKind>(NodeNames.Occlusion),
        Menu.Of<ExecutionProvider>(NodeNames.ExecutionProvider),
        Menu.Of<FeatherUnit>(NodeNames.FeatherUnit),
        Menu.Of<MatteChannel>(NodeNames.MatteChannel),
        Menu.Of<ColourMethod>(NodeNames.ColourMethod),
        Menu.Of<InputSpace>(NodeNames.InputSpace),
        Menu.Of<OutputMode>(NodeNames.Output),
    ];

    /// <summary>Defines the hidden strings that keep the menus' choices by name.</summary>
    /// <param name="descriptor">Gets them.</param>
    public static void Define(EffectDescriptor descriptor)
    {
        foreach (Menu menu in All)
            StoredChoice.Define(descriptor, menu.Name);
    }

    /// <summary>Keeps the choice of a menu by name once it has changed; nothing for what is no menu.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="name">The parameter.</param>
    public static void Follow(Effect effect, string name) => Find(name)?.Follow(effect);

    /// <summary>A menu by its name; <see langword="null"/> for what is none.</summary>
    /// <param name="name">The parameter.</param>
    public static Menu? Find(string name) => Array.Find(All, menu => menu.Name == name);
}
