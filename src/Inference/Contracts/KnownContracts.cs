using System.Globalization;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Inference.Contracts;

/// <summary>
/// The families of public face networks. Names and shapes are those of the published files, as FaceFusion 3.8 runs them
/// (facefusion/facefusion, the processors' and face modules' model sets) and as their own projects describe them.
/// </summary>
public static class KnownContracts
{
    private const string Image = "1x3xSxS";
    private const string Embedding = "1x512";

    private static readonly TensorPattern[] YuNetOutputs =
    [
        new("*x1", "cls_8"), new("*x1", "cls_16"), new("*x1", "cls_32"), new("*x1", "obj_8"), new("*x1", "obj_16"), new("*x1", "obj_32"),
        new("*x4", "bbox_8"), new("*x4", "bbox_16"), new("*x4", "bbox_32"), new("*x10", "kps_8"), new("*x10", "kps_16"), new("*x10", "kps_32"),
    ];

    /// <summary>All of them, task by task; a family with several forms stands several times.</summary>
    public static IReadOnlyList<NetworkContract> All { get; } =
    [
        // Detectors.
        new(ContractNames.YuNet, ModelTask.Detector, "a YuNet face detector", [new("?x3x?x?")], YuNetOutputs),
        new(ContractNames.YuNetProduct, ModelTask.Detector, "a YuNet face detector", [new("?x3x?x?")], YuNetOutputs) { IsOnRequest = true },
        new(ContractNames.Scrfd, ModelTask.Detector, "a RetinaFace or SCRFD face detector", [new("?x3x?x?")],
            [new("*x1"), new("*x1"), new("*x1"), new("*x4"), new("*x4"), new("*x4"), new("*x10"), new("*x10"), new("*x10")]),
        new(ContractNames.YoloFace, ModelTask.Detector, "a YOLO face detector", [new(Image)], [new("1x20x?")]),
        new(ContractNames.MediaPipeDetector, ModelTask.Detector, "a MediaPipe face detector", [new(Image)], [new("1xNx16"), new("1xNx1")]),

        // Landmarks.
        new(ContractNames.Fan68, ModelTask.Landmarks, "a 2D-FAN network of 68 points", [new("1x3x256x256")], [new("1x68x?"), new("1x68x64x64")]) { MayGiveMore = true },
        new(ContractNames.PeppaWutz, ModelTask.Landmarks, "a PeppaPig network of 68 points", [new("1x3x256x256")], [new("*x204")]),
        new(ContractNames.PeppaWutz, ModelTask.Landmarks, "a PeppaPig network of 68 points", [new("1x3x256x256")], [new("*x68x3")]),
        new(ContractNames.Fan68From5, ModelTask.Landmarks, "a network that makes 68 points of five", [new("1x5x2")], [new("1x68x2")]),
        new(ContractNames.Pfld98, ModelTask.Landmarks, "a PFLD network of 98 points", [new("1x3x112x112")], [new("1x196")]),
        new(ContractNames.OpenSeeFace66, ModelTask.Landmarks, "an OpenSeeFace network of 66 points", [new("1x3x224x224")], [new("1x198x28x28")]),
        new(ContractNames.MediaPipe468, ModelTask.Landmarks, "a MediaPipe face mesh of 468 points", [new("1x3x192x192")], [new("*x1404"), new("*x1")]),
        new(ContractNames.MediaPipe468, ModelTask.Landmarks, "a MediaPipe face mesh of 468 points", [new("1x3x192x192")], [new("*x1404x1x1"), new("*x1x1x1")]),
        new(ContractNames.MediaPipe478, ModelTask.Landmarks, "a MediaPipe face mesh of 478 points", [new("1x3x256x256")], [new("*x1434"), new("*x1")]) { MayGiveMore = true },
        new(ContractNames.MediaPipeIris, ModelTask.Landmarks, "a MediaPipe iris network", [new("1x3x64x64")], [new("*x213"), new("*x15")]),

        // Recognisers and what tells of a face.
        new(ContractNames.ArcFace, ModelTask.Recogniser, "an ArcFace recogniser", [new("1x3x112x112")], [new(Embedding)]),
        new(ContractNames.MobileFaceNet, ModelTask.Recogniser, "a MobileFaceNet recogniser", [new("1x3x112x112")], [new("1x128")]),
        new(ContractNames.FairFace, ModelTask.Classifier, "a FairFace classifier", [new("1x3x224x224")], [new("*x?"), new("*x?"), new("*x?")]),

        // Masks.
        new(ContractNames.XSeg, ModelTask.Segmentation, "an XSeg occlusion mask", [new("1xSxSx3")], [new("1xSxSx1")]),
        new(ContractNames.BiSeNet, ModelTask.Segmentation, "a BiSeNet face parser", [new(Image)], [new("1x19xSxS")]) { MayGiveMore = true },
        new(ContractNames.SkinClothesHair, ModelTask.Segmentation, "a skin, clothes and hair mask", [new("1x3x512x512")], [new("1x3x512x512")]),

        // Swappers.
        new(ContractNames.InSwapper, ModelTask.Swapper, "an inswapper", [new("1x3x128x128", "target"), new(Embedding, "source")], [new("1x3x128x128")]),
        new(ContractNames.HyperSwap, ModelTask.Swapper, "a HyperSwap", [new(Embedding, "source"), new("1x3x256x256", "target")], [new("1x3x256x256", "output"), new("1x1x256x256", "mask")]),
        new(ContractNames.SimSwap, ModelTask.Swapper, "a SimSwap", [new(Embedding, "source"), new("1x3x256x256", "target")], [new("1x3x256x256")]),
        new(ContractNames.SimSwap, ModelTask.Swapper, "a SimSwap", [new(Embedding, "source"), new("1x3x512x512", "target")], [new("1x3x512x512")]),
        new(ContractNames.Ghost, ModelTask.Swapper, "a GHOST", [new(Embedding, "source"), new("1x3x256x256", "target")], [new("1x3x256x256")]),
        new(ContractNames.HifiFace, ModelTask.Swapper, "a HifiFace", [new(Embedding, "source"), new("1x3x256x256", "target")], [new("1x3x256x256")]),
        new(ContractNames.BlendSwap, ModelTask.Swapper, "a BlendSwap", [new("1x3x112x112", "source"), new("1x3x256x256", "target")], [new("1x3x256x256")]),
        new(ContractNames.UniFace, ModelTask.Swapper, "a UniFace", [new("1x3x256x256", "source"), new("1x3x256x256", "target")], [new("1x3x256x256")]),
        new(ContractNames.Dfm, ModelTask.Swapper, "a DeepFaceLive model", [new("?xSxSx3", "in_face:0")], [new("?xSxSx1"), new("?xSxSx3"), new("?xSxSx1")]),
        new(ContractNames.Dfm, ModelTask.Swapper, "a DeepFaceLive model", [new("?xSxSx3", "in_face:0"), new("*", "morph_value:0")], [new("?xSxSx1"), new("?xSxSx3"), new("?xSxSx1")]),
        new(ContractNames.CrossFace, ModelTask.Converter, "a converter between spaces of embeddings", [new(Embedding)], [new(Embedding)]),

        // Restorers and what enlarges.
        new(ContractNames.FaceRestorer, ModelTask.Enhancer, "a face restorer (GFPGAN, GPEN, RestoreFormer++)", [new(Image)], [new(Image)]),
        new(ContractNames.CodeFormer, ModelTask.Enhancer, "a CodeFormer face restorer", [new(Image, "input"), new("*", "weight")], [new(Image)]) { MayGiveMore = true },
        new(ContractNames.FrameEnlarger, ModelTask.Enhancer, "an enlarger of frames", [new("?x3x_x_")], [new("?x3x_x_")]),
        new(ContractNames.FrameEnlarger, ModelTask.Enhancer, "an enlarger of frames", [new(Image)], [new("1x3xTxT")]),
        new(ContractNames.LumaX3, ModelTask.Enhancer, "an enlarger of luminance by 3", [new("1x1x224x224")], [new("1x1x672x672")]),

        // LivePortrait.
        new(ContractNames.LivePortraitFeature, ModelTask.Expression, "LivePortrait's feature extractor", [new("1x3x256x256")], [new("1x32x16x64x64")]),
        new(ContractNames.LivePortraitMotion, ModelTask.Expression, "LivePortrait's motion extractor", [new("1x3x256x256")],
            [new("*"), new("*"), new("*"), new("*"), new("*"), new("*x21x3"), new("*x21x3")]),
        new(ContractNames.LivePortraitGenerator, ModelTask.Expression, "LivePortrait's generator",
            [new("1x32x16x64x64", "feature_volume"), new("1x21x3", "source"), new("1x21x3", "target")], [new("1x3x512x512")]),
        new(ContractNames.LivePortraitEyes, ModelTask.Expression, "LivePortrait's eye retargeter", [new("1x66")], [new("*x63")]),
        new(ContractNames.LivePortraitLips, ModelTask.Expression, "LivePortrait's lip retargeter", [new("1x65")], [new("*x63")]),
        new(ContractNames.LivePortraitStitcher, ModelTask.Expression, "LivePortrait's stitcher", [new("1x21x3", "source"), new("1x21x3", "target")], [new("1x21x3")]),
    ];

    /// <summary>
    /// The families that a network can be of: those that agree with it best, several where only its origin tells them
    /// apart, none where it is something else.
    /// </summary>
    /// <param name="inputs">What it takes, in the order of the graph.</param>
    /// <param name="outputs">What it gives, in the order of the graph.</param>
    public static IReadOnlyList<NetworkContract> Recognise(IReadOnlyList<TensorInfo> inputs, IReadOnlyList<TensorInfo> outputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputs);
        List<(NetworkContract Contract, int Agreement)> agreeing =
        [
            .. from contract in All
               where !contract.IsOnRequest
               let agreement = contract.Agreement(inputs, outputs)
               where agreement > 0
               select (contract, agreement.Value),
        ];
        int best = agreeing.Count == 0 ? 0 : agreeing.Max(found => found.Agreement);
        return [.. agreeing.Where(found => found.Agreement == best).Select(found => found.Contract)];
    }

    /// <summary>The forms of a family; none for a name that isn't known.</summary>
    /// <param name="id">A name of <see cref="ContractNames"/>.</param>
    public static IReadOnlyList<NetworkContract> Of(string id) => [.. All.Where(contract => contract.Id == id)];

    /// <summary>Makes sure that a network takes and gives what its family does, before its class relies on it.</summary>
    /// <param name="id">A name of <see cref="ContractNames"/>.</param>
    /// <param name="session">The network.</param>
    /// <exception cref="ModelException">It is of another family; the message says what it should take and give.</exception>
    public static void Require(string id, InferenceSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        IReadOnlyList<NetworkContract> forms = Of(id);
        if (!forms.Any(form => form.Agreement(session.Inputs, session.Outputs) is not null))
            throw new ModelException($"The model '{session.Name}' is not {forms[0].Title}, which takes {Describe(forms[0].Inputs)} and gives {Describe(forms[0].Outputs)}, but takes {Describe(session.Inputs)} and gives {Describe(session.Outputs)}; use a file of that family.");
    }

    private static string Describe(IEnumerable<TensorPattern> patterns) =>
        string.Join(", ", patterns.Select(pattern => pattern.Name is { } name ? $"'{name}' {pattern.Shape}" : pattern.Shape));

    private static string Describe(IEnumerable<TensorInfo> tensors) =>
        string.Join(", ", tensors.Select(tensor => $"'{tensor.Name}' {string.Join('x', tensor.Shape.Select(size => size?.ToString(CultureInfo.InvariantCulture) ?? "?"))}"));
}
