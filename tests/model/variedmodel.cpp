// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/variedmodel.h"

#include <QRandomGenerator>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

const QStringList &englishWords()
{
    static const QStringList words =
        u"the model of and to a in for is on with data training text trained image language "
        "large base fine tuned classification performance task dataset results customer "
        "transformer generation network accuracy learning evaluation inference pretrained "
        "multilingual detection segmentation support service review translation summary "
        "dialogue instruction quality embedding retrieval vision speech recognition benchmark "
        "attention layer encoder decoder tokens vocabulary batch gradient optimizer schedule "
        "warmup precision quantized adapter license commercial research production deployment "
        "latency throughput memory checkpoint version release update bug known limitation bias "
        "safety filter crawl corpus news finance medical legal e-commerce search ranking "
        "recommendation knowledge graph question answering extraction entity relation sentiment "
        "intent chat agent tool code python mathematics reasoning distilled teacher student "
        "contrastive diffusion latent prompt resolution super video audio music voice clone "
        "robust noise augment crop flip resize normalize temperature sampling beam greedy "
        "hallucination alignment preference reward policy rollout buffer cache pipeline tensor "
        "parallel shard offload kernel fused flash sparse mixture expert router capacity"_s.split(
            u' ');
    return words;
}

const QStringList &chineseWords()
{
    static const QStringList words =
        u"的 模型 数据 训练 文本 分类 图像 语言 基于 支持 使用 任务 中文 效果 大规模 预训练 微调 "
        "识别 检测 生成 客服 电商 评论 翻译 摘要 对话 指令 质量 向量 检索 视觉 语音 注意力 编码器 "
        "解码器 词表 批次 梯度 学习率 精度 量化 适配器 许可 商用 研究 生产 部署 延迟 吞吐 内存 "
        "版本 "
        "发布 更新 已知 限制 偏见 安全 过滤 抓取 语料 新闻 金融 医疗 法律 搜索 排序 推荐 知识图谱 "
        "问答 抽取 实体 关系 情感 意图 智能体 工具 代码 数学 推理 蒸馏 教师 学生 对比学习 扩散 "
        "提示词 "
        "分辨率 视频 音频 音乐 声音 克隆 鲁棒 噪声 增强 裁剪 翻转 缩放 归一化 温度 采样 幻觉 对齐 "
        "偏好 "
        "奖励 策略 缓存 流水线 张量 并行 卸载 算子 稀疏 混合专家 路由 容量 阿里云 上线 团队 负责人 "
        "场景 用户 商品 标题 广告 点击率 物流 地址 解析 票据 证件 车牌 人脸 姿态 行人 缺陷 遥感 卫星"_s
            .split(u' ');
    return words;
}

class Author
{
public:
    explicit Author(int number)
        : m_random(quint32(number) * 2654435761U + 1)
    {
    }

    int below(int end) { return int(m_random.bounded(end)); }
    //! The first ones often, the last ones seldom.
    QString oneOf(const QStringList &words)
    {
        const double x = m_random.generateDouble();
        return words[qsizetype(std::pow(double(words.size()), x)) - 1];
    }
    //! A word of no list: a name, a place, a misspelling.
    QString rareWord(bool chinese)
    {
        QString word;
        for (int i = 2 + below(chinese ? 2 : 6); i > 0; --i)
            word += chinese ? QChar(0x4E00 + below(3500) * 3) : QChar(u'a' + below(26));
        return word;
    }
    QString sentence(bool chinese)
    {
        QString text;
        for (int i = 6 + below(16); i > 0; --i) {
            text += below(12) == 0 ? rareWord(chinese)
                                   : oneOf(chinese ? chineseWords() : englishWords());
            text += chinese ? (i % 7 == 0 ? u"，"_s : QString()) : u" "_s;
            if (below(25) == 0)
                text += QString::number(below(10000)) + (chinese ? u"万"_s : u"% "_s);
        }
        return text + (chinese ? u"。"_s : u"\n"_s);
    }
    QString text(bool chinese, int characters)
    {
        QString result;
        while (result.size() < characters)
            result += sentence(chinese || below(10) == 0);
        return result;
    }
    QString hex(int digits)
    {
        QString result;
        for (int i = 0; i < digits; ++i)
            result += QString::number(below(16), 16);
        return result;
    }

private:
    QRandomGenerator m_random;
};

//! As a service may write it: other letters than ASCII as escapes, every third time.
QByteArray jsonString(const QString &text, bool escaped)
{
    QByteArray result = "\"";
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            (result += '\\') += char(c.unicode());
        else if (c < u' ' || (escaped && c > u'~'))
            result += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
        else
            result += QString(c).toUtf8();
    }
    return result + '"';
}

QByteArray extraInfo(Author &author, int number, bool chinese)
{
    const bool escaped = number % 3 == 0;
    QByteArray json = R"({"RatingCount":)" + QByteArray::number(author.below(100'000))
                      + R"(,"Rating":4.)" + QByteArray::number(author.below(100))
                      + R"(,"CoverUris":["https:\/\/example.com\/)" + author.hex(12).toLatin1()
                      + R"(.png"],"commit":")" + author.hex(40).toLatin1() + "\"";
    for (int i = 0; i < 4; ++i) {
        json += ',' + jsonString(author.oneOf(englishWords()) + u"_notes"_s, false) + ':'
                + jsonString(author.text(chinese, chinese ? 50 : 130), escaped);
    }
    return json + '}';
}

} // namespace

RegisteredModel variedModel(int number)
{
    static const QStringList families =
        u"Qwen3 bert-base Llama-3 ResNet-50 ＢＥＲＴ whisper SDXL BGE yolo Café T5"_s.split(u' ');
    Author author(number);
    const bool chinese = number % 2 == 0;
    RegisteredModel model;
    model.id = u"model-"_s + author.hex(16);
    model.ownerId = u"20%1"_s.arg(author.below(500), 14, 10, QLatin1Char('0'));
    model.userId = u"10%1"_s.arg(author.below(2000), 14, 10, QLatin1Char('0'));
    model.latestVersionName = u"0.%1.%2"_s.arg(author.below(10)).arg(author.below(30));
    ModelMetadata &metadata = model.metadata;
    metadata.name = author.oneOf(families) + u'-'
                    + author.oneOf(chinese ? chineseWords() : englishWords())
                    + u"-%1B-%2"_s.arg(1 + author.below(72)).arg(number);
    metadata.description = author.text(chinese,
                                       (chinese ? 280 : 900) + author.below(chinese ? 320 : 800));
    metadata.domain = chinese ? u"nlp"_s : u"cv"_s;
    metadata.task = author.oneOf(englishWords()) + u'-' + author.oneOf(englishWords());
    metadata.type = number % 3 ? u"Checkpoint"_s : u"LoRA"_s;
    metadata.origin = number % 5 ? u"ModelScope"_s : u"HuggingFace"_s;
    metadata.document = u"oss://bucket-%1/"_s.arg(author.below(40)) + author.hex(8);
    metadata.labels = {{u"team"_s, u"team-%1"_s.arg(author.below(40))},
                       {u"负责人"_s, author.rareWord(true)},
                       {u"lang"_s, chinese ? u"zh"_s : u"en"_s}};
    metadata.extraInfo = JsonText(extraInfo(author, number, chinese));
    return model;
}
