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

    /// <summary>All of them, task by task.</summary>
    public static IReadOnlyList<NetworkContract> All { get; } =
    [
        // Detectors.
        new("yunet", ModelTask.Detector, "a YuNet face detector", [new("?x3x?x?")],
        [
            new("*x1", "cls_8"), new("*x1", "cls_16"), new("*x1", "cls_32"), new("*x1", "obj_8"), new("*x1", "obj_16"), new("*x1", "obj_32"),
            new("*x4", "bbox_8"), new("*x4", "bbox_16"), new("*x4", "bbox_32"), new("*x10", "kps_8"), new("*x10", "kps_16"), new("*x10", "kps_32"),
        ]),
        new("scrfd", ModelTask.Detector, "a RetinaFace or SCRFD face detector", [new("?x3x?x?")],
            [new("*x1"), new("*x1"), new("*x1"), new("*x4"), new("*x4"), new("*x4"), new("*x10"), new("*x10"), new("*x10")]),
        new("yolo-face", ModelTask.Detector, "a YOLO face detector", [new(Image)], [new("1x20x?")]),
        new("mediapipe-detector", ModelTask.Detector, "a MediaPipe face detector", [new(Image)], [new("1xNx16"), new("1xNx1")]),

        // Landmarks.
        new("2dfan4", ModelTask.Landmarks, "a 2D-FAN network of 68 points", [new("1x3x256x256")], [new("1x68x?"), new("1x68x64x64")]) { MayGiveMore = true },
        new("peppa-wutz", ModelTask.Landmarks, "a PeppaPig network of 68 points", [new("1x3x256x256")], [new("*x204")]),
        new("peppa-wutz", ModelTask.Landmarks, "a PeppaPig network of 68 points", [new("1x3x256x256")], [new("*x68x3")]),
        new("fan-68-5", ModelTask.Landmarks, "a network that makes 68 points of five", [new("1x5x2")], [new("1x68x2")]),
        new("pfld-98", ModelTask.Landmarks, "a PFLD network of 98 points", [new("1x3x112x112")], [new("1x196")]),
        new("openseeface-66", ModelTask.Landmarks, "an OpenSeeFace network of 66 points", [new("1x3x224x224")], [new("1x198x28x28")]),
        new("mediapipe-468", ModelTask.Landmarks, "a MediaPipe face mesh of 468 points", [new("1x3x192x192")], [new("*x1404"), new("*x1")]),
        new("mediapipe-468", ModelTask.Landmarks, "a MediaPipe face mesh of 468 points", [new("1x3x192x192")], [new("*x1404x1x1"), new("*x1x1x1")]),
        new("mediapipe-478", ModelTask.Landmarks, "a MediaPipe face mesh of 478 points", [new("1x3x256x256")], [new("*x1434"), new("*x1")]) { MayGiveMore = true },
        new("mediapipe-iris", ModelTask.Landmarks, "a MediaPipe iris network", [new("1x3x64x64")], [new("*x213"), new("*x15")]),

        // Recognisers and what tells of a face.
        new("arcface", ModelTask.Recogniser, "an ArcFace recogniser", [new("1x3x112x112")], [new(Embedding)]),
        new("arcface-112", ModelTask.Recogniser, "a MobileFaceNet recogniser", [new("1x3x112x112")], [new("1x128")]),
        new("fairface", ModelTask.Classifier, "a FairFace classifier", [new("1x3x224x224")], [new("*x?"), new("*x?"), new("*x?")]),

        // Masks.
        new("xseg", ModelTask.Segmentation, "an XSeg occlusion mask", [new("1xSxSx3")], [new("1xSxSx1")]),
        new("bisenet", ModelTask.Segmentation, "a BiSeNet face parser", [new(Image)], [new("1x19xSxS")]) { MayGiveMore = true },
        new("skin-clothes-hair", ModelTask.Segmentation, "a skin, clothes and hair mask", [new("1x3x512x512")], [new("1x3x512x512")]),

        // Swappers.
        new("inswapper", ModelTask.Swapper, "an inswapper", [new("1x3x128x128", "target"), new(Embedding, "source")], [new("1x3x128x128")]),
        new("hyperswap", ModelTask.Swapper, "a HyperSwap", [new(Embedding, "source"), new("1x3x256x256", "target")], [new("1x3x256x256", "output"), new("1x1x256x256", "mask")]),
        new("simswap", ModelTask.Swapper, "a SimSwap", [new(Embedding, "source"), new("1x3x256x256", "target")], [new("1x3x256x256")]),
        new("simswap", ModelTask.Swapper, "a SimSwap", [new(Embedding, "source"), new("1x3x512x512", "target")], [new("1x3x512x512")]),
        new("ghost", ModelTask.Swapper, "a GHOST", [new(Embedding, "source"), new("1x3x256x256", "target")], [new("1x3x256x256")]),
        new("hififace", ModelTask.Swapper, "a HifiFace", [new(Embedding, "source"), new("1x3x256x256", "target")], [new("1x3x256x256")]),
        new("blendswap", ModelTask.Swapper, "a BlendSwap", [new("1x3x112x112", "source"), new("1x3x256x256", "target")], [new("1x3x256x256")]),
        new("uniface", ModelTask.Swapper, "a UniFace", [new("1x3x256x256", "source"), new("1x3x256x256", "target")], [new("1x3x256x256")]),
        new("dfm", ModelTask.Swapper, "a DeepFaceLive model", [new("?xSxSx3", "in_face:0")], [new("?xSxSx1"), new("?xSxSx3"), new("?xSxSx1")]),
        new("dfm", ModelTask.Swapper, "a DeepFaceLive model", [new("?xSxSx3", "in_face:0"), new("*", "morph_value:0")], [new("?xSxSx1"), new("?xSxSx3"), new("?xSxSx1")]),
        new("crossface", ModelTask.Converter, "a converter between spaces of embeddings", [new(Embedding)], [new(Embedding)]),

        // Restorers and what enlarges.
        new("face-restorer", ModelTask.Enhancer, "a face restorer (GFPGAN, GPEN, RestoreFormer++)", [new(Image)], [new(Image)]),
        new("codeformer", ModelTask.Enhancer, "a CodeFormer face restorer", [new(Image, "input"), new("*", "weight")], [new(Image)]) { MayGiveMore = true },
        new("luma-x3", ModelTask.Enhancer, "an enlarger of luminance by 3", [new("1x1x224x224")], [new("1x1x672x672")]),

        // LivePortrait.
        new("live-portrait-feature", ModelTask.Expression, "LivePortrait's feature extractor", [new("1x3x256x256")], [new("1x32x16x64x64")]),
        new("live-portrait-motion", ModelTask.Expression, "LivePortrait's motion extractor", [new("1x3x256x256")],
            [new("*"), new("*"), new("*"), new("*"), new("*"), new("*x21x3"), new("*x21x3")]),
        new("live-portrait-generator", ModelTask.Expression, "LivePortrait's generator",
            [new("1x32x16x64x64", "feature_volume"), new("1x21x3", "source"), new("1x21x3", "target")], [new("1x3x512x512")]),
        new("live-portrait-eyes", ModelTask.Expression, "LivePortrait's eye retargeter", [new("1x66")], [new("*x63")]),
        new("live-portrait-lips", ModelTask.Expression, "LivePortrait's lip retargeter", [new("1x65")], [new("*x63")]),
        new("live-portrait-stitcher", ModelTask.Expression, "LivePortrait's stitcher", [new("1x21x3", "source"), new("1x21x3", "target")], [new("1x21x3")]),
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
               let agreement = contract.Agreement(inputs, outputs)
               where agreement > 0
               select (contract, agreement.Value),
        ];
        int best = agreeing.Count == 0 ? 0 : agreeing.Max(found => found.Agreement);
        return [.. agreeing.Where(found => found.Agreement == best).Select(found => found.Contract)];
    }
}
