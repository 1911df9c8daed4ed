namespace FaceFusion.Inference.Sessions;

/// <summary>What networks are run by, by ONNX Runtime's names.</summary>
public enum ExecutionProvider
{
    /// <summary>The best that the runtime offers and the machine has.</summary>
    Automatic,

    /// <summary>The processor: the same bits on every machine.</summary>
    Cpu,

    /// <summary>NVIDIA's TensorRT. An engine is built for each network the first time, which takes minutes, and kept.</summary>
    TensorRt,

    /// <summary>NVIDIA's CUDA.</summary>
    Cuda,

    /// <summary>DirectX 12 on Windows.</summary>
    DirectMl,

    /// <summary>Apple's CoreML.</summary>
    CoreMl,

    /// <summary>WebGPU: Vulkan, Metal or DirectX 12.</summary>
    WebGpu,
}
