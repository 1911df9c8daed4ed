using FaceFusion.Fusion.Swappers;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Describing;

namespace FaceFusion.Node.Parameters;

/// <summary>The parameters that choose a network to swap the face, and say how it does it.</summary>
internal static class NetworkParameters
{
    private const string Group = "swapperGroup";

    // The options of the crop's side, in the order of CropSide.
    private static readonly int[] Sides = [0, 256, 384, 512, 768, 1024];

    /// <summary>The names of the parameters that a network alone looks at.</summary>
    public static IReadOnlyList<string> OfNetworks { get; } = [NodeNames.IdentityAmount, NodeNames.CropSide, NodeNames.PlateDetail, .. MaskParameters.All];

    /// <summary>Defines them.</summary>
    /// <param name="descriptor">Gets them.</param>
    public static void Define(EffectDescriptor descriptor)
    {
        descriptor.DefineGroup(Group).Label("Swapper").Open(true);
        descriptor.DefineChoice(NodeNames.Swapper).Label("Swapper").Parent(Group)
            .Options(["Mesh (built in)", .. SwapperFile.All.Select(file => file.Title), "File"]).Default(0).Animates(false)
            .Hint("What makes the new face. Mesh: the identity's photo laid over the plate's face, with its shape. The others are networks of other makers under their own licences, which you bring: put the file into a models folder under its published name, or choose File.");
        descriptor.DefineString(NodeNames.SwapperFile).Label("Swapper file").Parent(Group)
            .Mode(StringMode.FilePath).FileMustExist(true).Animates(false)
            .Hint("A swapping network (ONNX) or a DeepFaceLive model (DFM). Its family is told by what it takes and gives; SimSwap, GHOST and HifiFace by their name in the file's. Used when Swapper is File.");
        descriptor.DefineDouble(NodeNames.IdentityAmount).Label("Amount").Parent(Group)
            .Default(NetworkOptions.NeutralAmount).Range(0, 1).Increment(0.01, 3)
            .Hint("How much of the identity a network takes: 0.5 as it is, less goes back towards the plate's own face, more away from it. BlendSwap and UniFace know no amounts; for a DeepFaceLive model with a morph 0.5 is all of it.");
        descriptor.DefineChoice(NodeNames.CropSide).Label("Pixel boost").Parent(Group)
            .Options("Network's own", "256", "384", "512", "768", "1024").Default((int)CropSide.Own).Animates(false)
            .Hint("The side of the crop in pixels. A network of a smaller side looks at it several times, each time moved by a part of a pixel: steadier edges, and as many times the work (128 to 512: 16 times).");
        descriptor.DefineDouble(NodeNames.PlateDetail).Label("Plate detail").Parent(Group)
            .Default(1).Range(0, 1).Increment(0.01, 3)
            .Hint("How much of the plate's detail that is finer than the network's crop stays on the face. 1 adds what the network changed to the plate; 0 takes the network's own, softer picture, for a plate whose wrinkles or beard must go.");
        MaskParameters.Define(descriptor, Group);
    }

    /// <summary>Which network swaps at a time, and how; <see langword="null"/> for the mesh.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="time">The time, in frames.</param>
    public static NetworkOptions? Read(Effect effect, double time)
    {
        Swapper swapper = StoredChoice.Read<Swapper>(effect, NodeNames.Swapper, time);
        if (swapper == Swapper.Mesh)
            return null;
        string file = swapper == Swapper.File ? effect.TryStringParam(NodeNames.SwapperFile)?.GetAt(time).Trim() ?? "" : "";
        return new NetworkOptions(swapper, file)
        {
            Amount = (float)Math.Clamp(effect.DoubleParam(NodeNames.IdentityAmount).GetAt(time), 0, 1),
            Side = Sides[(int)StoredChoice.Read<CropSide>(effect, NodeNames.CropSide, time)],
            PlateDetail = (float)Math.Clamp(effect.DoubleParam(NodeNames.PlateDetail).GetAt(time), 0, 1),
            Masks = MaskParameters.Read(effect, time),
        };
    }

    /// <summary>The name that the artist knows a swapper by.</summary>
    /// <param name="options">The network; <see langword="null"/> for the mesh.</param>
    public static string Label(NetworkOptions? options) => options switch
    {
        null => "mesh",
        { Swapper: Swapper.File } => Path.GetFileName(options.File),
        _ => SwapperFile.Of(options.Swapper).Title,
    };
}
