using FaceFusion.Inference.Contracts;

namespace FaceFusion.Fusion.Swappers;

/// <summary>The file of a public swapping network.</summary>
/// <param name="Swapper">Which network.</param>
/// <param name="Title">What an artist knows it by.</param>
/// <param name="Name">The file's name in a models folder, as FaceFusion publishes it.</param>
/// <param name="Contract">Its family.</param>
/// <param name="Converter">The name of the converter of embeddings that it needs; null for none.</param>
public sealed record SwapperFile(Swapper Swapper, string Title, string Name, string Contract, string? Converter = null)
{
    /// <summary>What SimSwap's identities go through.</summary>
    public const string SimSwapConverter = "crossface_simswap.onnx";

    /// <summary>What GHOST's identities go through.</summary>
    public const string GhostConverter = "crossface_ghost.onnx";

    /// <summary>What HifiFace's identities go through.</summary>
    public const string HifiFaceConverter = "crossface_hififace.onnx";

    /// <summary>All of them, in the order of <see cref="Swappers.Swapper"/>.</summary>
    public static IReadOnlyList<SwapperFile> All { get; } =
    [
        new(Swapper.InSwapper128, "inswapper 128", "inswapper_128.onnx", ContractNames.InSwapper),
        new(Swapper.InSwapper128Half, "inswapper 128 fp16", "inswapper_128_fp16.onnx", ContractNames.InSwapper),
        new(Swapper.HyperSwap1a, "HyperSwap 1a 256", "hyperswap_1a_256.onnx", ContractNames.HyperSwap),
        new(Swapper.HyperSwap1b, "HyperSwap 1b 256", "hyperswap_1b_256.onnx", ContractNames.HyperSwap),
        new(Swapper.HyperSwap1c, "HyperSwap 1c 256", "hyperswap_1c_256.onnx", ContractNames.HyperSwap),
        new(Swapper.SimSwap256, "SimSwap 256", "simswap_256.onnx", ContractNames.SimSwap, SimSwapConverter),
        new(Swapper.SimSwap512, "SimSwap (unofficial) 512", "simswap_unofficial_512.onnx", ContractNames.SimSwap, SimSwapConverter),
        new(Swapper.Ghost1, "GHOST 1 256", "ghost_1_256.onnx", ContractNames.Ghost, GhostConverter),
        new(Swapper.Ghost2, "GHOST 2 256", "ghost_2_256.onnx", ContractNames.Ghost, GhostConverter),
        new(Swapper.Ghost3, "GHOST 3 256", "ghost_3_256.onnx", ContractNames.Ghost, GhostConverter),
        new(Swapper.HifiFace, "HifiFace (unofficial) 256", "hififace_unofficial_256.onnx", ContractNames.HifiFace, HifiFaceConverter),
        new(Swapper.BlendSwap, "BlendSwap 256", "blendswap_256.onnx", ContractNames.BlendSwap),
        new(Swapper.UniFace, "UniFace 256", "uniface_256.onnx", ContractNames.UniFace),
    ];

    /// <summary>The file of a network.</summary>
    /// <param name="swapper">Neither the mesh nor a file of the artist's.</param>
    public static SwapperFile Of(Swapper swapper) => All.First(file => file.Swapper == swapper);

    /// <summary>The converter that a family needs; null for none.</summary>
    /// <param name="contract">The family.</param>
    public static string? ConverterOf(string contract) => All.FirstOrDefault(file => file.Contract == contract)?.Converter;
}
