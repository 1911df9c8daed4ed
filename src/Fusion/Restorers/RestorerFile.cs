namespace FaceFusion.Fusion.Restorers;

/// <summary>The file of a public restorer.</summary>
/// <param name="Restorer">Which network.</param>
/// <param name="Title">What an artist knows it by.</param>
/// <param name="Name">The file's name in a models folder, as FaceFusion publishes it.</param>
public sealed record RestorerFile(Restorer Restorer, string Title, string Name)
{
    /// <summary>All of them, in the order of <see cref="Restorers.Restorer"/>.</summary>
    public static IReadOnlyList<RestorerFile> All { get; } =
    [
        new(Restorer.Gfpgan12, "GFPGAN 1.2", "gfpgan_1.2.onnx"),
        new(Restorer.Gfpgan13, "GFPGAN 1.3", "gfpgan_1.3.onnx"),
        new(Restorer.Gfpgan14, "GFPGAN 1.4", "gfpgan_1.4.onnx"),
        new(Restorer.Gpen256, "GPEN 256", "gpen_bfr_256.onnx"),
        new(Restorer.Gpen512, "GPEN 512", "gpen_bfr_512.onnx"),
        new(Restorer.Gpen1024, "GPEN 1024", "gpen_bfr_1024.onnx"),
        new(Restorer.Gpen2048, "GPEN 2048", "gpen_bfr_2048.onnx"),
        new(Restorer.CodeFormer, "CodeFormer", "codeformer.onnx"),
        new(Restorer.RestoreFormer, "RestoreFormer++", "restoreformer_plus_plus.onnx"),
    ];

    /// <summary>The file of a network.</summary>
    /// <param name="restorer">Neither none nor a file of the artist's.</param>
    public static RestorerFile Of(Restorer restorer) => All.First(file => file.Restorer == restorer);
}
