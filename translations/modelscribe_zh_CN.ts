<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AccessWords</name>
    <message>
        <source>Ask an administrator of the workspace.</source>
        <translation>请联系工作空间的管理员。</translation>
    </message>
    <message>
        <source>Ask an administrator of the workspace: %1.</source>
        <translation>请联系工作空间的管理员：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>You may not change models in this workspace.</source>
        <translation>无权修改此工作空间中的模型。</translation>
    </message>
    <message>
        <source>Only whoever made this model may change it.</source>
        <translation>只有此模型的创建者可以修改它。</translation>
    </message>
    <message>
        <source>Only %1, who made this model, and administrators may change it.</source>
        <translation>只有创建者 %1 和管理员可以修改此模型。</translation>
    </message>
    <message>
        <source>You may not publish models in this workspace (PaiModel:PublishModel is missing).</source>
        <translation>无权在此工作空间中公开模型（缺少 PaiModel:PublishModel）。</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>未变</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>%1 was changed to %2 in the registry.</source>
        <translation>%1已在模型仓库中改为 %2。</translation>
    </message>
    <message>
        <source>%1 was removed in the registry.</source>
        <translation>%1已在模型仓库中删除。</translation>
    </message>
    <message numerus="yes">
        <source>So were %n more.</source>
        <translation>
            <numerusform>另有 %n 处也是如此。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>未发送任何内容。</translation>
    </message>
    <message>
        <source>What the registry held was kept. Nothing was sent.</source>
        <translation>已保留模型仓库的值，未发送任何内容。</translation>
    </message>
</context>
<context>
    <name>BatchCells</name>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已修改</translation>
    </message>
</context>
<context>
    <name>BatchEditText</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>另 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them changed in the registry since they were chosen.</source>
        <translation>
            <numerusform>其中 %Ln 个在选择之后已在模型仓库中被修改。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are no longer in the list.</source>
        <translation>
            <numerusform>其中 %Ln 个已不在列表中。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeRows</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>more lines: %1</source>
        <translation>还有 %1 行</translation>
    </message>
    <message>
        <source>only line ends</source>
        <translation>仅换行符不同</translation>
    </message>
    <message>
        <source>%1 of %2 lines</source>
        <translation>%1 / %2 行</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>已清空</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>新增 %1 个</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>移除 %1 个</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>typed as %1</source>
        <translation>输入为 %1</translation>
    </message>
    <message>
        <source>only spelling</source>
        <translation>仅写法不同</translation>
    </message>
    <message>
        <source>%1, the rest only in spelling</source>
        <translation>%1，其余仅写法不同</translation>
    </message>
</context>
<context>
    <name>CheckWording</name>
    <message>
        <source>not needed on this computer</source>
        <translation>本机无需 TLS</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1，有效期至 %2</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1，剩余 %2</translation>
    </message>
    <message>
        <source>by proxy %1</source>
        <translation>经代理 %1</translation>
    </message>
    <message>
        <source>%1, %2 ms</source>
        <translation>%1，%2 毫秒</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>not allowed; the workspace is given</source>
        <translation>无权限；使用已指定的工作空间</translation>
    </message>
    <message>
        <source>workspaces: %1</source>
        <translation>工作空间：%1</translation>
    </message>
    <message>
        <source>models: %1</source>
        <translation>模型：%1</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>未尝试</translation>
    </message>
    <message>
        <source>the registry does not report its time</source>
        <translation>模型仓库未告知时间</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>准确</translation>
    </message>
    <message>
        <source>this computer’s is %1 behind; corrected in requests</source>
        <translation>本机时钟慢 %1；请求中已校正</translation>
    </message>
    <message>
        <source>this computer’s is %1 ahead; corrected in requests</source>
        <translation>本机时钟快 %1；请求中已校正</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>域名解析</translation>
    </message>
</context>
<context>
    <name>EditorFooter</name>
    <message>
        <source>Discard…</source>
        <translation>放弃…</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Keep for later</source>
        <translation>留待以后</translation>
    </message>
</context>
<context>
    <name>EditorPane</name>
    <message>
        <source>Choose a model to see and edit it.</source>
        <translation>选择一个模型进行查看和编辑。</translation>
    </message>
    <message>
        <source>New model…</source>
        <translation>新建模型…</translation>
    </message>
</context>
<context>
    <name>FacetText</name>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Accessibility</source>
        <translation>可见性</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>私有</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>Show all %1…</source>
        <translation>显示全部 %1 项…</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>领域</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>全部模型</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动记录</translation>
    </message>
</context>
<context>
    <name>FigureGroup</name>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other(s)</source>
        <comment>values</comment>
        <translation>
            <numerusform>其他 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>低于 %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>领域</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Parameters (log scale)</source>
        <translation>参数量（对数刻度）</translation>
    </message>
    <message>
        <source>Created by month</source>
        <translation>按月创建数</translation>
    </message>
    <message>
        <source>Completeness: models without</source>
        <translation>完整度：缺少该字段的模型</translation>
    </message>
</context>
<context>
    <name>FileSaving</name>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>%1 was not written: %2. %3</source>
        <translation>%1 未能写入：%2。%3</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>First steps</source>
        <translation>第一步</translation>
    </message>
    <message>
        <source>Finding models</source>
        <translation>查找模型</translation>
    </message>
    <message>
        <source>Query language</source>
        <translation>查询语言</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>ExtraInfo</source>
        <translation>ExtraInfo</translation>
    </message>
    <message>
        <source>Many at a time</source>
        <translation>批量修改</translation>
    </message>
    <message>
        <source>Keeping your work</source>
        <translation>不丢失你的工作</translation>
    </message>
    <message>
        <source>Accounts and keys</source>
        <translation>账号与密钥</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>What is kept where</source>
        <translation>文件存放在哪里</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>What’s new</source>
        <translation>新变化</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>JournalRunTexts</name>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %Ln model(s)</source>
        <translation>
            <numerusform>至少 %Ln 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>models and what changed in them</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between fields</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>how many, and what came of them</comment>
        <translation>%1 个%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between results</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>JsonTreeCommands</name>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit value</source>
        <translation>编辑值</translation>
    </message>
    <message>
        <source>Rename key</source>
        <translation>重命名键</translation>
    </message>
    <message>
        <source>Add inside</source>
        <translation>在内部添加</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move out</source>
        <translation>移出一层</translation>
    </message>
    <message>
        <source>Move into the one above</source>
        <translation>移入上一项</translation>
    </message>
    <message>
        <source>Sort keys here</source>
        <translation>此处按键排序</translation>
    </message>
    <message>
        <source>Sort keys here and below</source>
        <translation>此处及内层按键排序</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>复制键</translation>
    </message>
    <message>
        <source>Paste inside</source>
        <translation>粘贴到内部</translation>
    </message>
    <message>
        <source>Show in the text</source>
        <translation>在文本中显示</translation>
    </message>
    <message>
        <source>Expand one level</source>
        <translation>展开一层</translation>
    </message>
    <message>
        <source>Expand two levels</source>
        <translation>展开两层</translation>
    </message>
    <message>
        <source>Expand three levels</source>
        <translation>展开三层</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>全部折叠</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Add after</source>
        <translation>在后面添加</translation>
    </message>
    <message>
        <source>Paste after</source>
        <translation>粘贴到后面</translation>
    </message>
</context>
<context>
    <name>JsonWording</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>Should be %1</source>
        <translation>应为：%1</translation>
    </message>
    <message>
        <source>At least %1</source>
        <translation>应不小于 %1</translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation>应不大于 %1</translation>
    </message>
    <message>
        <source>Should be a multiple of %1</source>
        <translation>应为 %1 的倍数</translation>
    </message>
    <message>
        <source>One of: %1</source>
        <translation>应为其中之一：%1</translation>
    </message>
    <message>
        <source>Shorter than %1</source>
        <translation>长度不足 %1</translation>
    </message>
    <message>
        <source>Longer than %1</source>
        <translation>长度超过 %1</translation>
    </message>
    <message>
        <source>Should match %1</source>
        <translation>应匹配 %1</translation>
    </message>
    <message>
        <source>The key “%1” is missing</source>
        <translation>缺少键“%1”</translation>
    </message>
    <message>
        <source>The schema does not know this key</source>
        <translation>架构中没有这个键</translation>
    </message>
    <message>
        <source>Elements are repeated</source>
        <translation>元素重复</translation>
    </message>
    <message>
        <source>Matches none of the schema’s variants</source>
        <translation>不符合架构中的任何一种形式</translation>
    </message>
    <message>
        <source>Another member has the same key</source>
        <translation>另一个成员有相同的键</translation>
    </message>
    <message>
        <source>Usually %1</source>
        <translation>通常为：%1</translation>
    </message>
    <message>
        <source>The schema cannot be used: %1</source>
        <translation>架构无法使用：%1</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Make it %1</source>
        <translation>改为 %1</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>This text cannot be edited</source>
        <translation>此文本无法编辑</translation>
    </message>
    <message>
        <source>This is not one JSON value</source>
        <translation>不是单个 JSON 值</translation>
    </message>
    <message>
        <source>It cannot be moved into itself</source>
        <translation>无法移入自身</translation>
    </message>
    <message>
        <source>Only members of an object have a key</source>
        <translation>只有对象的成员才有键</translation>
    </message>
    <message>
        <source>It would be nested more than %1 levels deep</source>
        <translation>嵌套将超过 %1 层</translation>
    </message>
    <message numerus="yes">
        <source>%n trailing comma(s) removed</source>
        <translation>
            <numerusform>移除 %n 个末尾多余的逗号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing comma(s) added</source>
        <translation>
            <numerusform>补上 %n 个缺少的逗号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing colon(s) added</source>
        <translation>
            <numerusform>补上 %n 个缺少的冒号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) in single quotation marks put in double ones</source>
        <translation>
            <numerusform>%n 处文本的单引号改为双引号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) in typographic quotation marks put in plain ones</source>
        <translation>
            <numerusform>%n 处文本的弯引号改为直引号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) put in quotation marks</source>
        <translation>
            <numerusform>为 %n 个键加上引号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) put in quotation marks</source>
        <translation>
            <numerusform>为 %n 处文本加上引号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) removed</source>
        <translation>
            <numerusform>移除 %n 处注释</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Python word(s) such as True or None written as JSON does</source>
        <translation>
            <numerusform>%n 个 Python 写法（如 True、None）改为 JSON 写法</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) written as JSON does</source>
        <translation>
            <numerusform>%n 个数字改为 JSON 写法</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open text(s) or bracket(s) closed at the end</source>
        <translation>
            <numerusform>在末尾闭合 %n 处未结束的文本或括号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code fence(s) around the text removed</source>
        <translation>
            <numerusform>移除文本外的 %n 个代码块标记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) put into one list</source>
        <translation>
            <numerusform>%n 个值合并为一个列表</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Escapes removed from the whole text (%n time(s))</source>
        <translation>
            <numerusform>去除整段文本的转义（%n 次）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backslash(es) doubled</source>
        <translation>
            <numerusform>%n 个反斜杠改为双反斜杠</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n control character(s) written as escapes</source>
        <translation>
            <numerusform>%n 个控制字符改为转义写法</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte order mark(s) removed</source>
        <translation>
            <numerusform>移除 %n 个字节顺序标记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) around the value removed</source>
        <translation>
            <numerusform>移除值前后的 %n 段文本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing brace(s) put around the members</source>
        <translation>
            <numerusform>在成员外补上 %n 个缺少的花括号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) in parts joined</source>
        <translation>
            <numerusform>合并 %n 处分段的文本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing quotation mark(s) added</source>
        <translation>
            <numerusform>补上 %n 个缺少的引号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quotation mark(s) inside a text escaped</source>
        <translation>
            <numerusform>转义文本内的 %n 个引号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) without a value got null</source>
        <translation>
            <numerusform>%n 个没有值的键设为 null</numerusform>
        </translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>The schema is used, without a part of it: %1</source>
        <translation>架构已启用，但以下部分未使用：%1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>It reads as the front matter of a model card.</source>
        <translation>内容可读作模型卡开头的元数据（front matter）。</translation>
    </message>
    <message>
        <source>It reads as YAML.</source>
        <translation>内容可按 YAML 读取。</translation>
    </message>
    <message>
        <source>The text after the front matter is left out.</source>
        <translation>元数据之后的正文不会采用。</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) with leading zeros kept as text.</source>
        <translation>
            <numerusform>有 %n 个以 0 开头的数字保留为文本。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) with leading zeros kept as text</source>
        <translation>
            <numerusform>%n 个以 0 开头的数字保留为文本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) such as np.float64(0.5) replaced by the value in it</source>
        <translation>
            <numerusform>%n 处调用（如 np.float64(0.5)）换成了其中的值</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing bracket(s) added</source>
        <translation>
            <numerusform>补上了 %n 个缺失的括号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bracket(s) of the wrong kind replaced</source>
        <translation>
            <numerusform>更正了 %n 个类型不符的括号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n list(s) or object(s) in other brackets written as JSON does</source>
        <translation>
            <numerusform>%n 个用其他括号写成的列表或对象改为 JSON 写法</numerusform>
        </translation>
    </message>
    <message>
        <source>Not in the format “%1”</source>
        <translation>不符合格式“%1”</translation>
    </message>
    <message>
        <source>Fix it</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>The text is not valid JSON right now, so only the text can be edited</source>
        <translation>文本目前不是 JSON，只能编辑文本</translation>
    </message>
    <message>
        <source>It cannot be put here</source>
        <translation>无法放到此处</translation>
    </message>
    <message>
        <source>This value cannot be converted to that type</source>
        <translation>该值无法转换为此类型</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) such as NaN or undefined replaced by null</source>
        <translation>
            <numerusform>%n 个 NaN、undefined 之类的词改为 null</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n extra bracket(s) removed</source>
        <translation>
            <numerusform>移除 %n 个多余的括号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) that were not UTF-8 replaced</source>
        <translation>
            <numerusform>替换 %n 处无效的 UTF-8</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unusual space(s) replaced by plain ones</source>
        <translation>
            <numerusform>%n 个特殊空白改为普通空格</numerusform>
        </translation>
    </message>
    <message>
        <source>Written differently</source>
        <translation>仅写法不同</translation>
    </message>
    <message>
        <source>Different order of keys</source>
        <translation>键的顺序不同</translation>
    </message>
    <message>
        <source>%1: a pattern that cannot be used here</source>
        <translation>%1：此处无法使用的正则表达式</translation>
    </message>
    <message>
        <source>%1: refers to another document or to nothing</source>
        <translation>%1：指向其他文档，或指向的内容不存在</translation>
    </message>
    <message>
        <source>%1: refers back to itself</source>
        <translation>%1：循环引用</translation>
    </message>
</context>
<context>
    <name>KeyWording</name>
    <message>
        <source>Expired: sign in again with the tool</source>
        <translation>已过期：请用该工具重新登录</translation>
    </message>
    <message>
        <source>Expired on %1: sign in again with the tool</source>
        <translation>已于 %1 过期：请用该工具重新登录</translation>
    </message>
    <message>
        <source>Keychain: AccessKey</source>
        <translation>钥匙串：AccessKey</translation>
    </message>
    <message>
        <source>Keychain: AccessKey and token</source>
        <translation>钥匙串：AccessKey 和安全令牌</translation>
    </message>
    <message>
        <source>This session only</source>
        <translation>仅本次使用</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>Aliyun CLI</source>
        <translation>阿里云 CLI</translation>
    </message>
    <message>
        <source>Aliyun CLI, profile %1</source>
        <translation>阿里云 CLI，配置 %1</translation>
    </message>
    <message>
        <source>Credentials file</source>
        <translation>凭据文件</translation>
    </message>
    <message>
        <source>Credentials file, section %1</source>
        <translation>凭据文件，节 %1</translation>
    </message>
    <message>
        <source>“%1”, of a newer version</source>
        <translation>“%1”，来自更新的版本</translation>
    </message>
    <message>
        <source>RAM role %1</source>
        <translation>RAM 角色 %1</translation>
    </message>
    <message>
        <source>Runs a program</source>
        <translation>运行程序获取</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1，剩余 %2</translation>
    </message>
    <message>
        <source>AccessKey %1</source>
        <translation>AccessKey %1</translation>
    </message>
    <message>
        <source>From an address</source>
        <translation>从地址获取</translation>
    </message>
    <message>
        <source>%1 is not set</source>
        <translation>未设置 %1</translation>
    </message>
    <message>
        <source>Only available on machines of Alibaba Cloud</source>
        <translation>只有阿里云上的机器才能获取</translation>
    </message>
    <message>
        <source>It has no AccessKey to sign with</source>
        <translation>没有可用于签名的 AccessKey</translation>
    </message>
    <message>
        <source>The mode “%1” is not known</source>
        <translation>未知模式“%1”</translation>
    </message>
    <message>
        <source>Switched off: enable = false</source>
        <translation>已停用：enable = false</translation>
    </message>
    <message>
        <source>Its source_profile leads back to “%1”</source>
        <translation>source_profile 循环回到“%1”</translation>
    </message>
    <message>
        <source>Too many source_profiles refer to each other</source>
        <translation>source_profile 层级过多</translation>
    </message>
    <message>
        <source>There is no source_profile “%1”</source>
        <translation>没有名为“%1”的 source_profile</translation>
    </message>
    <message>
        <source>It contains characters that no AccessKey has</source>
        <translation>其中含有 AccessKey 不会有的字符</translation>
    </message>
    <message>
        <source>%1 is neither https nor on this computer</source>
        <translation>%1 既不是 https，也不在本机</translation>
    </message>
    <message>
        <source>There is no “%1” in it</source>
        <translation>其中没有“%1”</translation>
    </message>
    <message>
        <source>The file is larger than 1 MiB</source>
        <translation>文件大于 1 MiB</translation>
    </message>
    <message>
        <source>It is not an ordinary file</source>
        <translation>这不是普通文件</translation>
    </message>
    <message>
        <source>There is no permission to read it</source>
        <translation>没有读取权限</translation>
    </message>
    <message>
        <source>The file is damaged: %1</source>
        <translation>文件已损坏：%1</translation>
    </message>
</context>
<context>
    <name>LabelMark</name>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫色</translation>
    </message>
</context>
<context>
    <name>LabelPlan</name>
    <message>
        <source>%1 becomes %2</source>
        <translation>%1 变为 %2</translation>
    </message>
    <message>
        <source>all labels are replaced</source>
        <translation>替换全部标签</translation>
    </message>
    <message>
        <source>%1 is taken away</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>%1 is added</source>
        <translation>添加 %1</translation>
    </message>
</context>
<context>
    <name>LookRule</name>
    <message>
        <source>No description</source>
        <translation>缺少描述</translation>
    </message>
    <message>
        <source>No task</source>
        <translation>缺少任务</translation>
    </message>
    <message>
        <source>Unknown task</source>
        <translation>未知任务</translation>
    </message>
    <message>
        <source>No document</source>
        <translation>缺少文档</translation>
    </message>
    <message>
        <source>Broken cover</source>
        <translation>封面地址无效</translation>
    </message>
    <message>
        <source>Duplicate name</source>
        <translation>名称重复</translation>
    </message>
    <message>
        <source>Spaces around label keys</source>
        <translation>标签键首尾有空格</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;New model…</source>
        <translation>新建模型(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Profiles…</source>
        <translation>配置(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>搜索(&amp;S)</translation>
    </message>
    <message>
        <source>Clear s&amp;earch</source>
        <translation>清除搜索(&amp;E)</translation>
    </message>
    <message>
        <source>Review and &amp;save…</source>
        <translation>审阅并保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Revert changes</source>
        <translation>还原修改(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Delete model…</source>
        <translation>删除模型(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Previous model</source>
        <translation>上一个模型(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next model</source>
        <translation>下一个模型(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Cancel loading</source>
        <translation>取消加载(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation>侧栏(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Editor</source>
        <translation>编辑器(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>下一个窗格(&amp;N)</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>上一个窗格(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;System language</source>
        <translation>系统语言(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>命令面板(&amp;C)…</translation>
    </message>
    <message>
        <source>Copy last &amp;RequestId</source>
        <translation>复制最近的 RequestId(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;About ModelScribe</source>
        <translation>关于 ModelScribe(&amp;A)</translation>
    </message>
    <message>
        <source>Show &amp;drafts</source>
        <translation>显示草稿(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation>活动记录(&amp;A)</translation>
    </message>
    <message>
        <source>Reset field to &amp;original</source>
        <translation>恢复字段原值(&amp;O)</translation>
    </message>
    <message>
        <source>Editor in the &amp;whole window</source>
        <translation>编辑器占满窗口(&amp;W)</translation>
    </message>
    <message>
        <source>Colum&amp;ns…</source>
        <translation>列(&amp;N)…</translation>
    </message>
    <message>
        <source>C&amp;ompare</source>
        <translation>比较(&amp;O)</translation>
    </message>
    <message>
        <source>Save searc&amp;h</source>
        <translation>保存搜索(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Import searches…</source>
        <translation>导入搜索(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export searches…</source>
        <translation>导出搜索(&amp;E)…</translation>
    </message>
    <message>
        <source>Fi&amp;gures</source>
        <translation>统计(&amp;G)</translation>
    </message>
    <message>
        <source>Paste &amp;values…</source>
        <translation>粘贴值(&amp;V)…</translation>
    </message>
    <message>
        <source>Select pasted &amp;models…</source>
        <translation>选择粘贴的模型(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Labels…</source>
        <translation>标签(&amp;L)…</translation>
    </message>
    <message>
        <source>Copy &amp;fields…</source>
        <translation>复制字段(&amp;F)…</translation>
    </message>
    <message>
        <source>Paste f&amp;ields…</source>
        <translation>粘贴字段(&amp;I)…</translation>
    </message>
    <message>
        <source>Fill &amp;down…</source>
        <translation>向下填充(&amp;D)…</translation>
    </message>
    <message>
        <source>Order by &amp;hand</source>
        <translation>手动排序(&amp;H)</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>下移(&amp;W)</translation>
    </message>
    <message>
        <source>New &amp;from this one</source>
        <translation>以此新建(&amp;F)</translation>
    </message>
    <message>
        <source>Re&amp;view drafts…</source>
        <translation>审阅草稿(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>快捷键(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;What’s new</source>
        <translation>新变化(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>报告问题(&amp;R)…</translation>
    </message>
    <message>
        <source>Copy &amp;ID</source>
        <translation>复制模型 ID(&amp;I)</translation>
    </message>
    <message>
        <source>Check this &amp;service…</source>
        <translation>检查此服务(&amp;S)…</translation>
    </message>
    <message>
        <source>Open the &amp;samples</source>
        <translation>打开示例(&amp;S)</translation>
    </message>
    <message>
        <source>Start an &amp;empty local registry</source>
        <translation>新建空的本地模型仓库(&amp;E)</translation>
    </message>
    <message>
        <source>Edit E&amp;xtraInfo in another program</source>
        <translation>在其他程序中编辑 ExtraInfo(&amp;X)</translation>
    </message>
    <message>
        <source>Settin&amp;gs…</source>
        <translation>设置(&amp;G)…</translation>
    </message>
    <message>
        <source>Larger te&amp;xt</source>
        <translation>放大文字(&amp;X)</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>缩小文字(&amp;M)</translation>
    </message>
    <message>
        <source>N&amp;ormal text size</source>
        <translation>默认文字大小(&amp;O)</translation>
    </message>
</context>
<context>
    <name>ModelColumn</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>领域</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Accessibility</source>
        <translation>可见性</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>排序号</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Latest version</source>
        <translation>最新版本</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供方</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作空间</translation>
    </message>
    <message>
        <source>ExtraInfo</source>
        <translation>ExtraInfo</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
</context>
<context>
    <name>ModelField</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Accessibility</source>
        <translation>可见性</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>领域</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>排序号</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Parameter size</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>ExtraInfo</source>
        <translation>ExtraInfo</translation>
    </message>
</context>
<context>
    <name>NetworkForm</name>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Host and port</source>
        <translation>主机和端口</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Keep the password for this session only</source>
        <translation>密码仅保留到本次会话结束</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA 文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Certificates (PEM) of authorities that this profile trusts besides those of the system.</source>
        <translation>除系统信任的机构外，此配置还信任的机构证书（PEM）。</translation>
    </message>
</context>
<context>
    <name>OfferText</name>
    <message>
        <source>in ExtraInfo</source>
        <translation>ExtraInfo 中</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message numerus="yes">
        <source>label, %n value(s)</source>
        <translation>
            <numerusform>标签，%n 个值</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PicturesWording</name>
    <message>
        <source>Not a web address</source>
        <translation>不是网址</translation>
    </message>
    <message>
        <source>Only https addresses are shown</source>
        <translation>仅显示 https 地址的内容</translation>
    </message>
    <message>
        <source>Addresses with a user name are not shown</source>
        <translation>不显示带用户名的地址</translation>
    </message>
    <message>
        <source>An address of this computer or of a private network</source>
        <translation>本机或专用网络的地址</translation>
    </message>
    <message>
        <source>Too large to be shown</source>
        <translation>过大，无法显示</translation>
    </message>
    <message>
        <source>Not a picture (PNG, JPEG, GIF, WebP)</source>
        <translation>不是图片（PNG、JPEG、GIF、WebP）</translation>
    </message>
    <message>
        <source>Too many pixels: %1</source>
        <translation>像素过多：%1</translation>
    </message>
    <message>
        <source>The picture is damaged</source>
        <translation>图片已损坏</translation>
    </message>
    <message>
        <source>Not UTF-8 text</source>
        <translation>不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>%1 sends another kind of file: %2</source>
        <translation>%1 返回了其他类型的文件：%2</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>%1 did not answer in time</source>
        <translation>%1 响应超时</translation>
    </message>
    <message>
        <source>%1 does not have it</source>
        <translation>%1 上没有此内容</translation>
    </message>
    <message>
        <source>%1 is too busy</source>
        <translation>%1 过于繁忙</translation>
    </message>
    <message>
        <source>%1 did not answer</source>
        <translation>%1 没有响应</translation>
    </message>
    <message>
        <source>%1 answered with an error (%2)</source>
        <translation>%1 返回错误（%2）</translation>
    </message>
    <message>
        <source>%1 sent something that cannot be read</source>
        <translation>%1 返回的内容无法读取</translation>
    </message>
    <message>
        <source>%1 redirects elsewhere</source>
        <translation>%1 重定向到其他地址</translation>
    </message>
    <message>
        <source>%1 redirects to %2, which was not contacted</source>
        <translation>%1 重定向到 %2，未访问后者</translation>
    </message>
    <message>
        <source>%1 could not prove its identity</source>
        <translation>无法验证 %1 的身份</translation>
    </message>
    <message>
        <source>%1 does not make it public</source>
        <translation>%1 未公开此内容</translation>
    </message>
</context>
<context>
    <name>ProbeReport</name>
    <message>
        <source>Check of a model registry service</source>
        <translation>模型仓库服务检查</translation>
    </message>
    <message>
        <source>Left behind</source>
        <translation>遗留内容</translation>
    </message>
    <message>
        <source>to delete what was made</source>
        <translation>用于删除所创建的内容</translation>
    </message>
    <message>
        <source>First the same to delete “%1”, which an earlier check left behind</source>
        <translation>首先用同样的调用删除之前的检查留下的“%1”</translation>
    </message>
</context>
<context>
    <name>ProbeWords</name>
    <message>
        <source>It was accepted.</source>
        <translation>已接受。</translation>
    </message>
    <message>
        <source>It was refused.</source>
        <translation>被拒绝。</translation>
    </message>
    <message>
        <source>It was accepted, but nothing changed.</source>
        <translation>已接受，但没有变化。</translation>
    </message>
    <message>
        <source>The value is gone.</source>
        <translation>值已清空。</translation>
    </message>
    <message>
        <source>The service said what you may do.</source>
        <translation>服务说明了当前账号的权限。</translation>
    </message>
    <message>
        <source>What you may not change is marked before you type.</source>
        <translation>无权修改的内容会在输入前标出。</translation>
    </message>
    <message>
        <source>Nothing is marked; a refusal is explained when it comes.</source>
        <translation>不作标记；遭到拒绝时再说明原因。</translation>
    </message>
    <message>
        <source>It was refused as not found.</source>
        <translation>被拒绝，原因是“未找到”。</translation>
    </message>
    <message>
        <source>Deleted models are recognised.</source>
        <translation>能够识别已删除的模型。</translation>
    </message>
    <message>
        <source>It was refused with another code.</source>
        <translation>被拒绝，返回的是另一个代码。</translation>
    </message>
    <message>
        <source>From now on this code means “not found” here.</source>
        <translation>从现在起，此代码在这里表示“未找到”。</translation>
    </message>
    <message>
        <source>A model was returned.</source>
        <translation>返回了一个模型。</translation>
    </message>
    <message>
        <source>Whether a model exists cannot be told here.</source>
        <translation>在此服务上无法判断模型是否存在。</translation>
    </message>
    <message>
        <source>A page of %1 models was accepted.</source>
        <translation>接受了每页 %1 个模型。</translation>
    </message>
    <message>
        <source>Lists are read in pages of up to this size.</source>
        <translation>列表按不超过此大小的页读取。</translation>
    </message>
    <message>
        <source>A page had no more than %1 models.</source>
        <translation>一页只有 %1 个模型。</translation>
    </message>
    <message>
        <source>A page of %1 models was accepted; there are fewer.</source>
        <translation>接受了每页 %1 个模型，但模型总数更少。</translation>
    </message>
    <message>
        <source>The largest page is not known; lists are read as before.</source>
        <translation>最大页大小未知；列表照旧读取。</translation>
    </message>
    <message>
        <source>Times have milliseconds.</source>
        <translation>时间精确到毫秒。</translation>
    </message>
    <message>
        <source>Times have whole seconds.</source>
        <translation>时间精确到秒。</translation>
    </message>
    <message>
        <source>They are in Labels and in Tags.</source>
        <translation>在 Labels 和 Tags 中都有。</translation>
    </message>
    <message>
        <source>Both are read.</source>
        <translation>两者都会读取。</translation>
    </message>
    <message>
        <source>They are in Labels.</source>
        <translation>在 Labels 中。</translation>
    </message>
    <message>
        <source>They are in Tags.</source>
        <translation>在 Tags 中。</translation>
    </message>
    <message>
        <source>The label of the new model is not there.</source>
        <translation>新模型的标签不存在。</translation>
    </message>
    <message>
        <source>Labels have to be added after a model was created.</source>
        <translation>标签须在模型创建后添加。</translation>
    </message>
    <message>
        <source>The other fields stayed.</source>
        <translation>其他字段保持不变。</translation>
    </message>
    <message>
        <source>Only what changed is sent.</source>
        <translation>只发送有变化的内容。</translation>
    </message>
    <message>
        <source>The other fields did not stay.</source>
        <translation>其他字段没有保留。</translation>
    </message>
    <message>
        <source>All fields are sent each time.</source>
        <translation>每次都发送全部字段。</translation>
    </message>
    <message>
        <source>Fields are cleared in this way.</source>
        <translation>以此方式清空字段。</translation>
    </message>
    <message>
        <source>Fields cannot be cleared in this way.</source>
        <translation>无法以此方式清空字段。</translation>
    </message>
    <message>
        <source>This clears a field where &quot;&quot; does not.</source>
        <translation>&quot;&quot; 无法清空字段时，以此方式清空。</translation>
    </message>
    <message>
        <source>Numbers can be unset in this way.</source>
        <translation>可以用此方式清除数字。</translation>
    </message>
    <message>
        <source>A number cannot be unset once it is set.</source>
        <translation>数字设置后无法清除。</translation>
    </message>
    <message>
        <source>Keys that were not sent are gone.</source>
        <translation>未发送的键已消失。</translation>
    </message>
    <message>
        <source>A key is removed by leaving it out.</source>
        <translation>省略某个键即可将其移除。</translation>
    </message>
    <message>
        <source>Keys that were not sent stayed.</source>
        <translation>未发送的键仍然保留。</translation>
    </message>
    <message>
        <source>Keys cannot be removed here; the form says so.</source>
        <translation>在此服务上无法移除键；表单会说明。</translation>
    </message>
    <message>
        <source>Keys that were not sent stayed, those of inner objects too.</source>
        <translation>未发送的键仍然保留，内层对象的键也是如此。</translation>
    </message>
    <message>
        <source>Keys that were not sent stayed; null removed one.</source>
        <translation>未发送的键仍然保留；null 移除了一个键。</translation>
    </message>
    <message>
        <source>Keys to be removed are sent as null.</source>
        <translation>要移除的键以 null 发送。</translation>
    </message>
    <message>
        <source>Keys that were not sent stayed, those of inner objects too; null removed one.</source>
        <translation>未发送的键仍然保留，内层对象的键也是如此；null 移除了一个键。</translation>
    </message>
    <message>
        <source>ExtraInfo is emptied in this way.</source>
        <translation>以此方式清空 ExtraInfo。</translation>
    </message>
    <message>
        <source>ExtraInfo cannot be emptied in this way.</source>
        <translation>无法以此方式清空 ExtraInfo。</translation>
    </message>
    <message>
        <source>It came back exactly as it was sent.</source>
        <translation>原样返回。</translation>
    </message>
    <message>
        <source>It came back written differently, with the same meaning.</source>
        <translation>返回时写法不同，含义相同。</translation>
    </message>
    <message>
        <source>Spelling is not kept; values are compared by meaning.</source>
        <translation>写法不保留；按含义比较值。</translation>
    </message>
    <message>
        <source>It came back with another meaning.</source>
        <translation>返回时含义已变。</translation>
    </message>
    <message>
        <source>Some values change; each save says which.</source>
        <translation>部分值会改变；每次保存都会说明。</translation>
    </message>
    <message>
        <source>The label has the new value.</source>
        <translation>标签为新值。</translation>
    </message>
    <message>
        <source>A label is changed with one call.</source>
        <translation>一次调用即可更改标签。</translation>
    </message>
    <message>
        <source>The label has the old value.</source>
        <translation>标签为旧值。</translation>
    </message>
    <message>
        <source>A label that is to change is removed first.</source>
        <translation>要更改的标签须先移除。</translation>
    </message>
    <message>
        <source>The label is there twice.</source>
        <translation>标签出现了两次。</translation>
    </message>
    <message>
        <source>Names may be used twice; you are asked before a second one is created.</source>
        <translation>名称可以重复；创建第二个之前会先询问。</translation>
    </message>
    <message>
        <source>Names are unique; no second one is offered.</source>
        <translation>名称不能重复；不提供另建同名模型。</translation>
    </message>
    <message>
        <source>Only the model of exactly this name was found.</source>
        <translation>只找到名称完全相同的模型。</translation>
    </message>
    <message>
        <source>Models are looked for by their quoted names.</source>
        <translation>以带引号的名称查找模型。</translation>
    </message>
    <message>
        <source>A part of the name found the model too.</source>
        <translation>名称的一部分也能找到该模型。</translation>
    </message>
    <message>
        <source>Quotation marks do nothing; names are compared here.</source>
        <translation>引号不起作用；名称在本地比较。</translation>
    </message>
    <message>
        <source>Only the name without quotation marks found the model.</source>
        <translation>只有不带引号的名称才能找到该模型。</translation>
    </message>
    <message>
        <source>Models are looked for without quotation marks.</source>
        <translation>查找模型时不带引号。</translation>
    </message>
    <message>
        <source>127 characters of several bytes were taken.</source>
        <translation>接受了 127 个多字节字符。</translation>
    </message>
    <message>
        <source>A name may have 127 characters.</source>
        <translation>名称最多 127 个字符。</translation>
    </message>
    <message>
        <source>127 characters of several bytes were refused, few of them were taken.</source>
        <translation>127 个多字节字符被拒绝，少量则被接受。</translation>
    </message>
    <message>
        <source>A name may have 127 bytes.</source>
        <translation>名称最多 127 字节。</translation>
    </message>
    <message>
        <source>The name was cut.</source>
        <translation>名称被截断。</translation>
    </message>
    <message>
        <source>The service checks values and says so.</source>
        <translation>服务会检查值并说明。</translation>
    </message>
    <message>
        <source>The service does not check values; this program does.</source>
        <translation>服务不检查值；由本程序检查。</translation>
    </message>
    <message>
        <source>The list came with the latest changes first.</source>
        <translation>返回的列表中，最近修改的排在最前。</translation>
    </message>
    <message>
        <source>A refresh needs a few pages only.</source>
        <translation>刷新只需读取几页。</translation>
    </message>
    <message>
        <source>The list came in another order.</source>
        <translation>列表以其他顺序返回。</translation>
    </message>
    <message>
        <source>A refresh reads all pages.</source>
        <translation>刷新会读取所有页。</translation>
    </message>
    <message>
        <source>There are too few models to tell.</source>
        <translation>模型太少，无法判断。</translation>
    </message>
    <message>
        <source>A refresh finds it out as before.</source>
        <translation>刷新时照旧自行判断。</translation>
    </message>
    <message>
        <source>You may publish models in this workspace.</source>
        <translation>可以在此工作空间公开模型。</translation>
    </message>
    <message>
        <source>It was accepted without PaiModel:PublishModel.</source>
        <translation>没有 PaiModel:PublishModel 也被接受。</translation>
    </message>
    <message>
        <source>Whoever may update a model may publish it.</source>
        <translation>能更新模型的人即可公开它。</translation>
    </message>
    <message>
        <source>A permission is missing.</source>
        <translation>缺少权限。</translation>
    </message>
    <message>
        <source>Publishing needs PaiModel:PublishModel.</source>
        <translation>公开模型需要 PaiModel:PublishModel。</translation>
    </message>
    <message>
        <source>The model was deleted with its version.</source>
        <translation>模型连同其版本一起删除。</translation>
    </message>
    <message>
        <source>Versions go with their model.</source>
        <translation>版本随模型一起删除。</translation>
    </message>
    <message>
        <source>Versions have to be deleted before their model.</source>
        <translation>须先删除版本，再删除模型。</translation>
    </message>
    <message>
        <source>The service asked for a pause, in milliseconds.</source>
        <translation>服务要求暂停，以毫秒计。</translation>
    </message>
    <message>
        <source>The service asked for a pause, in seconds.</source>
        <translation>服务要求暂停，以秒计。</translation>
    </message>
    <message>
        <source>The pauses it asks for are read that way.</source>
        <translation>照此理解它要求的暂停时间。</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>An ID that does not exist</source>
        <translation>不存在的 ID</translation>
    </message>
    <message>
        <source>The largest page</source>
        <translation>每页最多多少项</translation>
    </message>
    <message>
        <source>How exact times are</source>
        <translation>时间精度</translation>
    </message>
    <message>
        <source>Where labels are found</source>
        <translation>标签所在位置</translation>
    </message>
    <message>
        <source>Fields that are left out</source>
        <translation>未发送的字段</translation>
    </message>
    <message>
        <source>Clearing a text with &quot;&quot;</source>
        <translation>用 &quot;&quot; 清空文本</translation>
    </message>
    <message>
        <source>Clearing a text with null</source>
        <translation>用 null 清空文本</translation>
    </message>
    <message>
        <source>Unsetting a number with null</source>
        <translation>用 null 清除数字</translation>
    </message>
    <message>
        <source>ExtraInfo replaced or merged</source>
        <translation>ExtraInfo 替换还是合并</translation>
    </message>
    <message>
        <source>Emptying ExtraInfo with {}</source>
        <translation>用 {} 清空 ExtraInfo</translation>
    </message>
    <message>
        <source>Spelling of ExtraInfo</source>
        <translation>ExtraInfo 的写法</translation>
    </message>
    <message>
        <source>A label that is there already</source>
        <translation>已存在的标签</translation>
    </message>
    <message>
        <source>A second model of the same name</source>
        <translation>第二个同名模型</translation>
    </message>
    <message>
        <source>A name in quotation marks</source>
        <translation>带引号的名称</translation>
    </message>
    <message>
        <source>The longest name</source>
        <translation>最长名称</translation>
    </message>
    <message>
        <source>An invalid value</source>
        <translation>无效的值</translation>
    </message>
    <message>
        <source>Sorting by time of change</source>
        <translation>按修改时间排序</translation>
    </message>
    <message>
        <source>Private to public</source>
        <translation>从私有到公开</translation>
    </message>
    <message>
        <source>Deleting a model with a version</source>
        <translation>删除有版本的模型</translation>
    </message>
    <message>
        <source>Unit of the pause asked for</source>
        <translation>所要求暂停的单位</translation>
    </message>
    <message>
        <source>The answer does not tell.</source>
        <translation>从答复中无法判断。</translation>
    </message>
    <message>
        <source>The service never asked for a pause.</source>
        <translation>服务从未要求暂停。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what, and codes</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Not known; everything goes on as before.</source>
        <translation>未知；一切照旧。</translation>
    </message>
    <message>
        <source>only if the one before is refused</source>
        <translation>仅当前一个被拒绝时</translation>
    </message>
    <message>
        <source>only if the workspace has few models</source>
        <translation>仅当工作空间模型很少时</translation>
    </message>
    <message>
        <source>only if nothing is found</source>
        <translation>仅当未找到时</translation>
    </message>
    <message>
        <source>only if fields that are left out are cleared</source>
        <translation>仅当未发送的字段被清空时</translation>
    </message>
    <message>
        <source>only if ExtraInfo is merged</source>
        <translation>仅当 ExtraInfo 合并时</translation>
    </message>
    <message>
        <source>only if a version was added</source>
        <translation>仅当添加了版本时</translation>
    </message>
</context>
<context>
    <name>ProfileForm</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Region or endpoint</source>
        <translation>地域或接入点</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>公网</translation>
    </message>
    <message>
        <source>VPC</source>
        <translation>VPC</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作空间</translation>
    </message>
    <message>
        <source>Keys from</source>
        <translation>密钥来源</translation>
    </message>
    <message>
        <source>Run this program for its keys</source>
        <translation>运行此程序以获取密钥</translation>
    </message>
    <message>
        <source>AccessKey ID</source>
        <translation>AccessKey ID</translation>
    </message>
    <message>
        <source>AccessKey secret</source>
        <translation>AccessKey Secret</translation>
    </message>
    <message>
        <source>Security token</source>
        <translation>安全令牌</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>受保护</translation>
    </message>
    <message>
        <source>Read-only until unlocked for this session. The window has a red frame, and each save asks for the workspace’s name.</source>
        <translation>在本次会话中解锁之前为只读。窗口带红框，每次保存都要求输入工作空间名称。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
</context>
<context>
    <name>ProfileWording</name>
    <message>
        <source>There is no keychain on this computer.</source>
        <translation>本机没有钥匙串。</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>钥匙串已锁定。</translation>
    </message>
    <message>
        <source>The keychain does not respond.</source>
        <translation>钥匙串没有响应。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1：%2。%3</translation>
    </message>
    <message>
        <source>The endpoint must be an https address without a path; http only for this computer.</source>
        <translation>接入点必须是不带路径的 https 地址；http 仅限本机。</translation>
    </message>
    <message>
        <source>AccessKey ID and secret are both needed.</source>
        <translation>AccessKey ID 和 Secret 都必须填写。</translation>
    </message>
    <message>
        <source>The AccessKey ID contains %1, which no key has.</source>
        <translation>AccessKey ID 中含有 %1，这不是密钥会有的字符。</translation>
    </message>
    <message>
        <source>The AccessKey secret contains %1, which no key has.</source>
        <translation>AccessKey Secret 中含有 %1，这不是密钥会有的字符。</translation>
    </message>
    <message>
        <source>The security token contains %1, which no token has.</source>
        <translation>安全令牌中含有 %1，这不是令牌会有的字符。</translation>
    </message>
    <message>
        <source>It came along when the key was copied: copy it again, or type it.</source>
        <translation>这是复制密钥时一并带入的，请重新复制或手动输入。</translation>
    </message>
    <message>
        <source>This is not a region ID. Choose a region, or enter an endpoint.</source>
        <translation>不是有效的地域 ID。请选择地域，或填写接入点。</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>缺少名称。</translation>
    </message>
    <message>
        <source>The name is too long: at most 100 characters are allowed.</source>
        <translation>名称过长：最多 100 个字符。</translation>
    </message>
    <message>
        <source>The name contains %1: line breaks and other control characters are not allowed in a name.</source>
        <translation>名称中含有 %1：名称中不能有换行符和其他控制字符。</translation>
    </message>
</context>
<context>
    <name>ProviderTitle</name>
    <message>
        <source>Models of %1</source>
        <translation>%1 的模型</translation>
    </message>
</context>
<context>
    <name>QueryWording</name>
    <message>
        <source>“%1” is searched as text; OR in capitals stands between alternatives</source>
        <translation>“%1”按文本搜索；表示“或”请用大写的 OR</translation>
    </message>
    <message>
        <source>“%1” is not understood: write a whole number, &gt;5 or 1..9</source>
        <translation>无法理解“%1”：请写整数、&gt;5 或 1..9</translation>
    </message>
    <message>
        <source>“%1” is not understood: write 7B, 350M, &gt;=7B or 1B..7B</source>
        <translation>无法理解“%1”：请写 7B、350M、&gt;=7B 或 1B..7B</translation>
    </message>
    <message>
        <source>“%1” is not understood: write 6h, 30d, 2w, 3m, 1y or a day, 2026-11-01</source>
        <translation>无法理解“%1”：请写 6h（小时）、30d（天）、2w（周）、3m（月）、1y（年）或日期 2026-11-01</translation>
    </message>
    <message>
        <source>“%1” is not understood: write a number, &gt;4.5</source>
        <translation>无法理解“%1”：请写数字，例如 &gt;4.5</translation>
    </message>
    <message>
        <source>“%1” is not understood: write extra.Key or extra.Key.Inner</source>
        <translation>无法理解“%1”：请写 extra.键 或 extra.键.内层键</translation>
    </message>
    <message>
        <source>“%1” ends before it begins: nothing can match</source>
        <translation>“%1”的终点早于起点，不会有任何匹配</translation>
    </message>
    <message>
        <source>“%1” is not understood: write draft, extra.Key or a field: %2</source>
        <translation>无法理解“%1”：请写 draft、extra.键 或字段名：%2</translation>
    </message>
    <message>
        <source>A query takes at most %1 characters</source>
        <translation>查询最多 %1 个字符</translation>
    </message>
    <message>
        <source>part of the name</source>
        <translation>名称的一部分</translation>
    </message>
    <message>
        <source>the task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>a label: key or key=value</source>
        <translation>标签：键或键=值</translation>
    </message>
    <message>
        <source>the domain</source>
        <translation>领域</translation>
    </message>
    <message>
        <source>the type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>where it comes from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>private or public</source>
        <translation>私有或公开</translation>
    </message>
    <message>
        <source>parameters: &gt;=7B, 1B..7B</source>
        <translation>参数量：&gt;=7B、1B..7B</translation>
    </message>
    <message>
        <source>when changed: &lt;30d, 2026-11</source>
        <translation>修改时间：&lt;30d、2026-11</translation>
    </message>
    <message>
        <source>when created: &lt;30d, 2026-11</source>
        <translation>创建时间：&lt;30d、2026-11</translation>
    </message>
    <message>
        <source>part of ExtraInfo; extra.Key: a value</source>
        <translation>ExtraInfo 的一部分；extra.Key 为其中的值</translation>
    </message>
    <message>
        <source>part of the description</source>
        <translation>描述的一部分</translation>
    </message>
    <message>
        <source>order number: &gt;0, 1..9</source>
        <translation>排序号：&gt;0、1..9</translation>
    </message>
    <message>
        <source>part of the latest version</source>
        <translation>最新版本名的一部分</translation>
    </message>
    <message>
        <source>the provider</source>
        <translation>提供方</translation>
    </message>
    <message>
        <source>models without this field</source>
        <translation>缺少该字段的模型</translation>
    </message>
    <message>
        <source>models with this field</source>
        <translation>有该字段的模型</translation>
    </message>
    <message>
        <source>“%1” is not understood: write one of %2</source>
        <translation>无法理解“%1”：请写以下之一：%2</translation>
    </message>
    <message>
        <source>with unsaved edits</source>
        <translation>有未保存的修改</translation>
    </message>
    <message>
        <source>a task that PAI does not list</source>
        <translation>任务不在 PAI 的任务列表中</translation>
    </message>
    <message>
        <source>a cover whose address is broken or not https</source>
        <translation>封面地址无效或不是 https</translation>
    </message>
    <message>
        <source>another model has its name</source>
        <translation>与其他模型同名</translation>
    </message>
    <message>
        <source>a state: draft, mine</source>
        <translation>状态：draft、mine</translation>
    </message>
    <message>
        <source>that you made</source>
        <translation>由本人创建</translation>
    </message>
    <message>
        <source>“%1” is not a field; searched as text</source>
        <translation>“%1”不是字段，已按文本搜索</translation>
    </message>
    <message>
        <source>“%1” expects a size such as 7B; searched as text</source>
        <translation>“%1”后面应是 7B 这样的参数规模，已按文本搜索</translation>
    </message>
    <message>
        <source>“%1” expects a whole number; searched as text</source>
        <translation>“%1”后面应是整数，已按文本搜索</translation>
    </message>
    <message>
        <source>“-” on its own is searched as text; without a space after it, it excludes</source>
        <translation>单独的“-”按文本搜索；后面不留空格时表示排除</translation>
    </message>
    <message>
        <source>The closing quotation mark is missing; the rest is taken as quoted</source>
        <translation>缺少右引号，已取到末尾</translation>
    </message>
    <message>
        <source>Parentheses are nested more than %1 levels deep</source>
        <translation>括号嵌套超过 %1 层</translation>
    </message>
    <message>
        <source>This “)” has no matching “(”; put it in quotation marks to search for it</source>
        <translation>这个“)”没有对应的“(”；加引号可作为文本搜索</translation>
    </message>
    <message>
        <source>This “(” has no matching “)”</source>
        <translation>这个“(”缺少对应的“)”</translation>
    </message>
    <message>
        <source>Enter something to search for between the parentheses</source>
        <translation>括号内应有要搜索的内容</translation>
    </message>
    <message>
        <source>Enter something to search for here</source>
        <translation>此处应有要搜索的内容</translation>
    </message>
    <message>
        <source>Nothing in this can be searched for</source>
        <translation>其中没有可以搜索的字符</translation>
    </message>
    <message>
        <source>Something is missing before “%1”; put it in quotation marks to search for it</source>
        <translation>“%1”前面应有内容；加引号可作为文本搜索</translation>
    </message>
    <message>
        <source>Something is missing after “%1”; put it in quotation marks to search for it</source>
        <translation>“%1”后面应有内容；加引号可作为文本搜索</translation>
    </message>
    <message>
        <source>Use parentheses where AND and OR are mixed</source>
        <translation>AND 与 OR 同时出现时需要加括号</translation>
    </message>
    <message>
        <source>part of the owner’s name or ID</source>
        <translation>所有者名称或 ID 的一部分</translation>
    </message>
    <message>
        <source>part of the creator’s name or ID</source>
        <translation>创建者名称或 ID 的一部分</translation>
    </message>
    <message>
        <source>part of the document’s address</source>
        <translation>文档地址的一部分</translation>
    </message>
    <message>
        <source>part of the ID</source>
        <translation>ID 的一部分</translation>
    </message>
    <message>
        <source>a provider’s, cannot be edited</source>
        <translation>由提供方发布，不能编辑</translation>
    </message>
    <message>
        <source>a label’s key begins or ends with a space</source>
        <translation>标签键首尾有空格</translation>
    </message>
</context>
<context>
    <name>RegistryNotice</name>
    <message>
        <source>The file of the local registry was damaged: %1. It is kept as %2; what could be read (models: %3), with labels and versions, is in a new one</source>
        <translation>本地模型仓库的文件已损坏：%1。现保留为 %2；读出的内容（%3 个模型及其标签和版本）已写入新文件</translation>
    </message>
    <message>
        <source>The file of the local registry was replaced: %1. Changes that belonged to the earlier one are kept as %2</source>
        <translation>本地模型仓库的文件已被替换：%1。属于原文件的修改保留为 %2</translation>
    </message>
    <message>
        <source>The file of the local registry is read-only: %1. Saving will be refused</source>
        <translation>本地模型仓库的文件为只读：%1。保存会被拒绝</translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时前</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>Date of this year, see QLocale::toString()</extracomment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy/M/d</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Done: %1.</source>
        <translation>已完成：%1。</translation>
    </message>
    <message>
        <source>Not done: %1.</source>
        <translation>未完成：%1。</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Read again: unchanged since you opened it</source>
        <translation>重新读取：打开后没有变化</translation>
    </message>
    <message>
        <source>Read again and check that nobody changed it</source>
        <translation>重新读取，确认没有被他人修改</translation>
    </message>
    <message>
        <source>Create the model</source>
        <translation>创建模型</translation>
    </message>
    <message numerus="yes">
        <source>Update %n field(s)</source>
        <translation>
            <numerusform>更新 %n 个字段</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove label %1</source>
        <translation>移除标签 %1</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n label(s)</source>
        <translation>
            <numerusform>移除 %n 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Add label %1</source>
        <translation>添加标签 %1</translation>
    </message>
    <message numerus="yes">
        <source>Add %n label(s)</source>
        <translation>
            <numerusform>添加 %n 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Read back and compare</source>
        <translation>读回并核对</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>结果不明</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>%1 · %2 bytes</source>
        <translation>%1 · %2 字节</translation>
    </message>
    <message>
        <source>Create model</source>
        <translation>创建模型</translation>
    </message>
    <message numerus="yes">
        <source>Save %n change(s)</source>
        <translation>
            <numerusform>保存 %n 处修改</numerusform>
        </translation>
    </message>
    <message>
        <source>Created. The answer was lost, the model was found by its name.</source>
        <translation>已创建。响应丢失，但已按名称找到该模型。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Not known: %1.</source>
        <translation>结果不明：%1。</translation>
    </message>
    <message>
        <source>It is read again before anything more is sent.</source>
        <translation>再次发送之前会重新读取。</translation>
    </message>
    <message>
        <source>The registry holds neither what was there before nor all of what was sent. Your changes are kept as a draft; choose what to keep.</source>
        <translation>模型仓库中的值既不是原来的值，也不完全是所发送的值。修改已保留为草稿，请选择要保留的内容。</translation>
    </message>
    <message>
        <source>It is not known whether it was saved; your changes are kept as a draft.</source>
        <translation>不确定是否已保存；修改已保留为草稿。</translation>
    </message>
    <message>
        <source>Nothing more of it is in the registry; the rest is kept as a draft.</source>
        <translation>模型仓库中没有更多已生效的内容；其余部分已保留为草稿。</translation>
    </message>
    <message>
        <source>Nothing of it is in the registry; your changes are kept as a draft.</source>
        <translation>所有修改在模型仓库中均未生效；修改已保留为草稿。</translation>
    </message>
    <message>
        <source>Nothing more was saved; the rest is kept as a draft.</source>
        <translation>没有再保存其他内容；其余部分已保留为草稿。</translation>
    </message>
    <message>
        <source>Nothing was saved; your changes are kept as a draft.</source>
        <translation>未保存任何内容；修改已保留为草稿。</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空值</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>%1: the difference is shown above</source>
        <translation>%1：差异见上方</translation>
    </message>
    <message>
        <source>%1: sent %2, the registry holds %3</source>
        <translation>%1：发送的是%2，模型仓库中是%3</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Retry the rest</source>
        <translation>重试其余部分</translation>
    </message>
    <message>
        <source>Restore the old labels…</source>
        <translation>恢复原来的标签…</translation>
    </message>
    <message>
        <source>Read back again</source>
        <translation>重新读回</translation>
    </message>
    <message>
        <source>Choose what to keep…</source>
        <translation>选择要保留的内容…</translation>
    </message>
    <message>
        <source>Create again as a copy…</source>
        <translation>以副本重新创建…</translation>
    </message>
    <message>
        <source>Everything was sent, but the registry holds other values:</source>
        <translation>已全部发送，但模型仓库中的值不同：</translation>
    </message>
    <message>
        <source>The model changed in the registry since you opened it, where you changed it too. Nothing was written; your changes are kept as a draft. Choose what to keep.</source>
        <translation>打开之后，该模型在模型仓库中也被修改，且与当前修改冲突。未写入任何内容；修改已保留为草稿。请选择要保留的内容。</translation>
    </message>
    <message>
        <source>Saved, but stopped before it was read back.</source>
        <translation>已保存，但在读回核对之前停止。</translation>
    </message>
    <message>
        <source>Saved, but reading it back failed.</source>
        <translation>已保存，但读回失败。</translation>
    </message>
    <message>
        <source>Stopped. Nothing more was written; the rest is kept as a draft.</source>
        <translation>已停止。没有再写入其他内容；其余部分已保留为草稿。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written; your changes are kept as a draft.</source>
        <translation>已停止。未写入任何内容；修改已保留为草稿。</translation>
    </message>
    <message>
        <source>The old labels were sent, but the registry holds others:</source>
        <translation>已发送原来的标签，但模型仓库中的标签不同：</translation>
    </message>
    <message>
        <source>The old labels were sent, but reading them back failed.</source>
        <translation>已发送原来的标签，但读回失败。</translation>
    </message>
    <message>
        <source>Nothing is left to save: the registry holds what you chose.</source>
        <translation>没有需要保存的内容：模型仓库中已是所选的值。</translation>
    </message>
    <message>
        <source>This model belongs to another connection. Nothing was sent; your changes are kept as a draft.</source>
        <translation>该模型属于另一个连接。未发送任何内容；修改已保留为草稿。</translation>
    </message>
    <message>
        <source>Set label %1</source>
        <translation>设置标签 %1</translation>
    </message>
    <message numerus="yes">
        <source>Set %n label(s)</source>
        <translation>
            <numerusform>设置 %n 个标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n label(s) of which the registry kept the old value</source>
        <translation>
            <numerusform>移除模型仓库仍保留旧值的 %n 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>The registry holds neither what was there before nor all of what was sent.</source>
        <translation>模型仓库中既不是原来的内容，也不全是所发送的内容。</translation>
    </message>
    <message>
        <source>It is not known whether it was saved.</source>
        <translation>不确定是否已保存。</translation>
    </message>
    <message>
        <source>Nothing of it is in the registry.</source>
        <translation>模型仓库中没有其中任何内容。</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>未保存任何内容。</translation>
    </message>
    <message>
        <source>The model changed in the registry since it was read. Nothing was written.</source>
        <translation>读取之后，该模型在模型仓库中已被修改。未写入任何内容。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>已停止。未写入任何内容。</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>已删除。</translation>
    </message>
    <message>
        <source>Already done.</source>
        <translation>之前已完成。</translation>
    </message>
    <message>
        <source>Somebody else has deleted it.</source>
        <translation>已被其他人删除。</translation>
    </message>
    <message>
        <source>It is not known whether it was deleted.</source>
        <translation>不确定是否已删除。</translation>
    </message>
    <message>
        <source>It was not deleted.</source>
        <translation>未删除。</translation>
    </message>
    <message>
        <source>It was sent earlier, but the registry holds other values.</source>
        <translation>之前已发送，但模型仓库中是其他值。</translation>
    </message>
    <message>
        <source>Saved earlier, but reading it back failed.</source>
        <translation>之前已保存，但读回失败。</translation>
    </message>
    <message>
        <source>This model is no longer in the registry.</source>
        <translation>该模型已不在模型仓库中。</translation>
    </message>
    <message>
        <source>This model is no longer in the registry. Your changes are kept as a draft.</source>
        <translation>模型仓库中已没有该模型。修改已保留为草稿。</translation>
    </message>
    <message>
        <source>This model is no longer in the registry, and neither is what was saved of it. Your values are still in the editor.</source>
        <translation>模型仓库中已没有该模型，已保存的部分也随之丢失。当前的值仍在编辑器中。</translation>
    </message>
    <message>
        <source>Part of it was saved; whether the rest was is not known. The rest is kept as a draft.</source>
        <translation>已保存一部分，其余部分结果不明，已保留为草稿。</translation>
    </message>
    <message>
        <source>Part of it was saved; whether the rest was is not known.</source>
        <translation>已保存一部分，其余部分结果不明。</translation>
    </message>
    <message>
        <source>A model that was just created may still appear. Check again after two minutes to be certain.</source>
        <translation>刚创建的模型可能稍后才会出现：两分钟后再核对即可确定。</translation>
    </message>
    <message>
        <source>Stopped. Only part of it was saved.</source>
        <translation>已停止。只保存了一部分。</translation>
    </message>
    <message>
        <source>Only part of it was saved.</source>
        <translation>只保存了一部分。</translation>
    </message>
    <message>
        <source>Only part of it is in the registry; the rest is kept as a draft.</source>
        <translation>模型仓库中只有一部分已生效；其余部分已保留为草稿。</translation>
    </message>
    <message>
        <source>Stopped. Only part of it was saved; the rest is kept as a draft.</source>
        <translation>已停止。只保存了一部分；其余部分已保留为草稿。</translation>
    </message>
    <message>
        <source>Only part of it was saved; the rest is kept as a draft.</source>
        <translation>只保存了一部分；其余部分已保留为草稿。</translation>
    </message>
    <message>
        <source>Name checked: it is free</source>
        <translation>检查名称：可用</translation>
    </message>
    <message>
        <source>Check whether the name is taken</source>
        <translation>检查名称是否已被占用</translation>
    </message>
    <message>
        <source>Your values are kept as a draft. Keep editing, or take the registry’s values.</source>
        <translation>当前的值已保留为草稿。可继续编辑，或采用模型仓库的值。</translation>
    </message>
    <message>
        <source>A model with this name already exists. Nothing was written.</source>
        <translation>已有同名模型。未写入任何内容。</translation>
    </message>
    <message>
        <source>A model with this name already exists. Nothing was written; your draft is kept. Change the name, or create another with the same name.</source>
        <translation>已有同名模型。未写入任何内容；草稿已保留。请更改名称，或另建同名模型。</translation>
    </message>
    <message>
        <source>The old labels are restored. Your changes to them are kept as a draft.</source>
        <translation>已恢复原来的标签。对标签的修改已保留为草稿。</translation>
    </message>
    <message>
        <source>The old labels were not restored.</source>
        <translation>未能恢复原来的标签。</translation>
    </message>
    <message>
        <source>It is not known whether the old labels were restored.</source>
        <translation>不确定原来的标签是否已恢复。</translation>
    </message>
    <message>
        <source>Stopped. The old labels were not restored.</source>
        <translation>已停止。未恢复原来的标签。</translation>
    </message>
    <message>
        <source>It already had these values. Nothing was sent.</source>
        <translation>已是这些值，未发送任何内容。</translation>
    </message>
    <message>
        <source>It has changed since it was shown. It was not deleted.</source>
        <translation>它已不是之前查看时的内容，因此未删除。</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>未发送任何内容。</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>再次核对</translation>
    </message>
    <message>
        <source>Create another with this name</source>
        <translation>另建同名模型</translation>
    </message>
    <message>
        <source>Take the registry’s values</source>
        <translation>采用模型仓库的值</translation>
    </message>
    <message>
        <source>It cannot be saved like this; the editor shows why.</source>
        <translation>当前内容无法保存，原因见编辑器。</translation>
    </message>
    <message>
        <source>This model is already being saved. Nothing more was sent; wait until that has finished, then review again.</source>
        <translation>该模型正在保存。没有再发送其他内容；请等保存结束后重新审阅。</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Review changes</source>
        <translation>审阅修改</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation>错误详情</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>RunWording</name>
    <message numerus="yes">
        <source>Saving %Ln model(s)</source>
        <translation>
            <numerusform>正在保存 %Ln 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>正在暂停…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message numerus="yes">
        <source>Paused, %Ln model(s) to go</source>
        <translation>
            <numerusform>已暂停，还有 %Ln 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s) saved</source>
        <translation>
            <numerusform>已保存 %Ln 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln model(s) saved</source>
        <translation>
            <numerusform>已保存 %1 / %Ln 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>另 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>. </source>
        <translation>。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln saved</source>
        <translation>
            <numerusform>%Ln 个已保存</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged</source>
        <translation>
            <numerusform>%Ln 个未变</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>%Ln 个已跳过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflict(s)</source>
        <translation>
            <numerusform>%Ln 个冲突</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln 个被拒绝</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unknown</source>
        <translation>
            <numerusform>%Ln 个未知</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not sent</source>
        <translation>
            <numerusform>%Ln 个未发送</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 writes a second</source>
        <translation>每秒写入 %1 次</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>剩余 %1 秒</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>剩余 %1 分钟</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>剩余 %1 小时</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>How long ago</source>
        <translation>相对时间</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>日期和时间</translation>
    </message>
    <message>
        <source>In the format of the language</source>
        <translation>按语言的习惯</translation>
    </message>
    <message>
        <source>Shows the model</source>
        <translation>显示该模型</translation>
    </message>
    <message>
        <source>Goes to the editor</source>
        <translation>转到编辑器</translation>
    </message>
    <message>
        <source>Edits the field of the cell</source>
        <translation>编辑单元格对应的字段</translation>
    </message>
    <message>
        <source>Edits in the whole window</source>
        <translation>用整个窗口编辑</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行距</translation>
    </message>
    <message>
        <source>Text of the list</source>
        <translation>列表文字</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Text of the form</source>
        <translation>表单文字</translation>
    </message>
    <message>
        <source>Text of JSON</source>
        <translation>JSON 文字</translation>
    </message>
    <message>
        <source>Ctrl+plus, Ctrl+minus and Ctrl+0 change the part that has the focus.</source>
        <translation>Ctrl+加号、Ctrl+减号和 Ctrl+0 调整焦点所在部分的文字。</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Show animations while waiting</source>
        <translation>等待时显示动画</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Dates and numbers follow it.</source>
        <translation>日期和数字随之变化。</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>In lists and notices; tool tips always show date and time.</source>
        <translation>用于列表和提示；悬停提示始终显示日期和时间。</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter 键</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Not copied</source>
        <translation>不复制的字段</translation>
    </message>
    <message>
        <source>What is not ticked when “Copy fields…” opens.</source>
        <translation>打开“复制字段…”时默认不勾选的内容。</translation>
    </message>
    <message>
        <source>Long lines</source>
        <translation>长行</translation>
    </message>
    <message>
        <source>Wrap them in the text</source>
        <translation>在文本中自动换行</translation>
    </message>
    <message>
        <source>External editor</source>
        <translation>外部编辑器</translation>
    </message>
    <message>
        <source>A program and its arguments, such as “code --wait %f”; %f stands for the file. It is run without a shell.</source>
        <translation>程序及其参数，例如“code --wait %f”；%f 代表文件。命令不经过 shell。</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>The whole account shares 50 a second.</source>
        <translation>整个账号共用每秒 50 次的配额。</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>每秒 %1 次</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>The whole account shares 20 a second.</source>
        <translation>整个账号共用每秒 20 次的配额。</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>How often a read is tried when the service is busy or cannot be reached.</source>
        <translation>服务繁忙或无法连接时，一次读取最多尝试的次数。</translation>
    </message>
    <message>
        <source>Allowed hosts</source>
        <translation>允许的主机</translation>
    </message>
    <message>
        <source>Their pictures and documents are loaded without a question. “Always for …” where one is shown adds its host.</source>
        <translation>加载这些主机的图片和文档时不再询问。在显示图片或文档处选择“始终允许 …”即可添加其主机。</translation>
    </message>
    <message>
        <source>Keep the journal</source>
        <translation>历史记录保留时间</translation>
    </message>
    <message>
        <source>Older entries are removed at once and cannot be reverted. Drafts are kept until they are saved or discarded.</source>
        <translation>更早的记录会立即删除，且无法再还原。草稿会一直保留，直到保存或放弃。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln 天</numerusform>
        </translation>
    </message>
    <message>
        <source>forever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Language and dates</source>
        <translation>语言和日期</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>ExtraInfo</source>
        <translation>ExtraInfo</translation>
    </message>
    <message>
        <source>Saving and rate</source>
        <translation>保存和速率</translation>
    </message>
    <message>
        <source>Pictures and documents</source>
        <translation>图片和文档</translation>
    </message>
    <message>
        <source>Drafts and journal</source>
        <translation>草稿和历史记录</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>ShortcutList</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>More keys work in one place only; its page lists them:</source>
        <translation>只在一个地方有效的按键，见相应的页面：</translation>
    </message>
</context>
<context>
    <name>VerbWording</name>
    <message numerus="yes">
        <source>%Ln of these models is not public now: everyone in the workspace will see it.</source>
        <translation>
            <numerusform>其中 %Ln 个模型目前未公开：工作空间中的所有人都将看到它们。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of these models is not private now: only you and workspace administrators will see it.</source>
        <translation>
            <numerusform>其中 %Ln 个模型目前不是私有：之后仅本人和工作空间管理员可见。</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设为</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Set only where empty</source>
        <translation>仅在为空时设置</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>查找和替换</translation>
    </message>
    <message>
        <source>Add before</source>
        <translation>在前面添加</translation>
    </message>
    <message>
        <source>Number them</source>
        <translation>按顺序编号</translation>
    </message>
    <message>
        <source>%1 of %2 names change</source>
        <translation>%2 个名称中有 %1 个会改变</translation>
    </message>
    <message>
        <source>%1 of %2 change</source>
        <translation>%2 个中有 %1 个会改变</translation>
    </message>
    <message numerus="yes">
        <source>%Ln become(s) empty</source>
        <translation>
            <numerusform>%Ln 个变为空</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln get(s) the same name as another</source>
        <translation>
            <numerusform>%Ln 个与其他模型重名</numerusform>
        </translation>
    </message>
    <message>
        <source>Add after</source>
        <translation>在后面添加</translation>
    </message>
    <message>
        <source>Enter a value to set.</source>
        <translation>请填写要设置的值。</translation>
    </message>
    <message>
        <source>Enter the text to add.</source>
        <translation>请填写要添加的内容。</translation>
    </message>
    <message>
        <source>Enter the text to find.</source>
        <translation>请填写要查找的内容。</translation>
    </message>
    <message>
        <source>no duplicates</source>
        <translation>没有重名</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be changed this way</source>
        <translation>
            <numerusform>%Ln 个无法这样修改</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>The connection broke before the registry answered</source>
        <translation>模型仓库响应之前连接中断</translation>
    </message>
    <message>
        <source>The registry could not be reached</source>
        <translation>无法连接模型仓库</translation>
    </message>
    <message>
        <source>The registry did not answer in time</source>
        <translation>模型仓库响应超时</translation>
    </message>
    <message>
        <source>The registry refused the AccessKey</source>
        <translation>模型仓库拒绝了该 AccessKey</translation>
    </message>
    <message>
        <source>You have no permission for this</source>
        <translation>没有执行此操作的权限</translation>
    </message>
    <message>
        <source>The registry does not have it</source>
        <translation>模型仓库中不存在</translation>
    </message>
    <message>
        <source>The model changed in the registry since it was read</source>
        <translation>读取之后，该模型在模型仓库中已被修改</translation>
    </message>
    <message>
        <source>The registry asks for fewer calls</source>
        <translation>请求过于频繁，被模型仓库限流</translation>
    </message>
    <message>
        <source>The registry refused</source>
        <translation>模型仓库拒绝了请求</translation>
    </message>
    <message>
        <source>The answer is not what a model registry sends</source>
        <translation>收到的响应不像来自模型仓库</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>请稍候再试。</translation>
    </message>
    <message>
        <source>Refresh the list; it may have been deleted.</source>
        <translation>请刷新列表，它可能已被删除。</translation>
    </message>
    <message>
        <source>Check the endpoint; a sign-in page of a network may have answered.</source>
        <translation>请检查接入点；响应的可能是网络的登录页面。</translation>
    </message>
    <message>
        <source>Check free space and permissions.</source>
        <translation>请检查磁盘空间和权限。</translation>
    </message>
    <message>
        <source>The text is empty</source>
        <translation>没有内容</translation>
    </message>
    <message>
        <source>This is not UTF-8 text</source>
        <translation>不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>This character does not belong here</source>
        <translation>此处不应出现这个字符</translation>
    </message>
    <message>
        <source>A comma is missing before this</source>
        <translation>前面缺少逗号</translation>
    </message>
    <message>
        <source>A colon is missing after the key</source>
        <translation>键后缺少冒号</translation>
    </message>
    <message>
        <source>There is a comma after the last entry</source>
        <translation>最后一项后面多了逗号</translation>
    </message>
    <message>
        <source>The closing quotation mark is missing</source>
        <translation>缺少右引号</translation>
    </message>
    <message>
        <source>After \ only &quot; \ / b f n r t or uXXXX is allowed</source>
        <translation>\ 后只能是 &quot; \ / b f n r t 或 uXXXX</translation>
    </message>
    <message>
        <source>A control character must be written as \uXXXX</source>
        <translation>控制字符必须写成 \uXXXX</translation>
    </message>
    <message>
        <source>This is not a JSON number</source>
        <translation>不是合法的 JSON 数字</translation>
    </message>
    <message>
        <source>This is nested more than %1 levels deep</source>
        <translation>嵌套超过 %1 层</translation>
    </message>
    <message>
        <source>There is text after the end of the object</source>
        <translation>对象结束后还有内容</translation>
    </message>
    <message>
        <source>It must be an object: { … }</source>
        <translation>必须是一个对象：{ … }</translation>
    </message>
    <message>
        <source>This is required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>Label “%1”: key and value take at most %2 bytes each</source>
        <translation>标签“%1”：键和值各不超过 %2 字节</translation>
    </message>
    <message>
        <source>At most %1 characters</source>
        <translation>最多 %1 个字符</translation>
    </message>
    <message>
        <source>Not a size: write millions (350), or with a unit 350M, 7B, 0.5B</source>
        <translation>不是有效的参数量：请填百万数（350），或带单位，如 350M、7B、0.5B</translation>
    </message>
    <message>
        <source>Not a whole number</source>
        <translation>不是整数</translation>
    </message>
    <message>
        <source>A size below zero is unusual</source>
        <translation>参数量通常不为负数</translation>
    </message>
    <message>
        <source>The registry cannot unset a number once it is set; reset it or write another</source>
        <translation>数值设置后无法清除，请重置或填写其他值</translation>
    </message>
    <message>
        <source>ExtraInfo cannot be sent empty; write {} for an object without keys</source>
        <translation>ExtraInfo 不能为空；没有内容时请写 {}</translation>
    </message>
    <message>
        <source>Choose private or public</source>
        <translation>请选择私有或公开</translation>
    </message>
    <message>
        <source>This is not an http, https or oss address; the registry may still accept it</source>
        <translation>不是 http、https 或 oss 地址；模型仓库仍可能接受</translation>
    </message>
    <message>
        <source>The address has no host</source>
        <translation>地址中没有主机名</translation>
    </message>
    <message>
        <source>Only http, https and oss addresses with a host are accepted</source>
        <translation>只接受带主机名的 http、https 或 oss 地址</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>第 %1 行第 %2 列：%3</translation>
    </message>
    <message>
        <source>Not a JSON object</source>
        <translation>不是 JSON 对象</translation>
    </message>
    <message>
        <source>Label “%1”: = and , are not allowed</source>
        <translation>标签“%1”：不能包含 = 和 ,</translation>
    </message>
    <message>
        <source>A label needs a key</source>
        <translation>标签缺少键</translation>
    </message>
    <message>
        <source>Invisible characters: %1</source>
        <translation>含有不可见字符：%1</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>The file or its disk is read-only</source>
        <translation>文件或其所在磁盘为只读</translation>
    </message>
    <message>
        <source>Another program keeps the file locked</source>
        <translation>文件被其他程序锁定</translation>
    </message>
    <message>
        <source>The disk does not respond</source>
        <translation>磁盘没有响应</translation>
    </message>
    <message>
        <source>The file was written by a newer version of ModelScribe</source>
        <translation>文件由更新版本的 ModelScribe 写入</translation>
    </message>
    <message>
        <source>There is no permission to write the file</source>
        <translation>没有写入该文件的权限</translation>
    </message>
    <message>
        <source>The file is damaged and could not be set aside</source>
        <translation>文件已损坏，且无法另行留存</translation>
    </message>
    <message>
        <source>It could not be stored on this computer</source>
        <translation>无法保存到本机</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>请释放一些磁盘空间。</translation>
    </message>
    <message>
        <source>Close the program that uses it.</source>
        <translation>请关闭占用该文件的程序。</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>请稍候。</translation>
    </message>
    <message>
        <source>Use that version; the file is left as it is.</source>
        <translation>请使用该版本；文件保持原样。</translation>
    </message>
    <message>
        <source>Move it away.</source>
        <translation>请将其移到别处。</translation>
    </message>
    <message>
        <source>Move the file away; it is left as it is.</source>
        <translation>请将该文件移到别处；文件保持原样。</translation>
    </message>
    <message>
        <source>Check the permissions of the file and its folder.</source>
        <translation>请检查文件及其所在文件夹的权限。</translation>
    </message>
    <message>
        <source>Label “%1”: another label looks the same, in other characters</source>
        <translation>标签“%1”：与另一个标签看上去相同，但字符编码不同</translation>
    </message>
    <message>
        <source>Label “%1” differs from “%2” in capital letters only</source>
        <translation>标签“%1”与“%2”仅大小写不同</translation>
    </message>
    <message>
        <source>Label “%1”: invisible characters: %2</source>
        <translation>标签“%1”：含有不可见字符：%2</translation>
    </message>
    <message>
        <source>The file belongs to another program and was left as it is</source>
        <translation>该文件属于其他程序，未作任何改动</translation>
    </message>
    <message>
        <source>This is not the file of a registry; it was left as it is</source>
        <translation>这不是模型仓库的文件，未作任何改动</translation>
    </message>
    <message>
        <source>This is not an ordinary file; it was left as it is</source>
        <translation>这不是普通文件，未作任何改动</translation>
    </message>
    <message>
        <source>There is no permission to read the file</source>
        <translation>没有读取该文件的权限</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a file and what is wrong with it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Choose another file, or one that does not exist yet.</source>
        <translation>请选择其他文件，或指定一个尚不存在的文件名。</translation>
    </message>
    <message>
        <source>Ask its owner for the right to read it.</source>
        <translation>请向文件的所有者申请读取权限。</translation>
    </message>
    <message>
        <source>Check the AccessKey of the profile or of the environment.</source>
        <translation>请检查配置或环境变量中的 AccessKey。</translation>
    </message>
    <message>
        <source>The security token does not belong to the AccessKey</source>
        <translation>安全令牌与 AccessKey 不匹配</translation>
    </message>
    <message>
        <source>The registry does not have this workspace</source>
        <translation>模型仓库中没有这个工作空间</translation>
    </message>
    <message>
        <source>Choose another workspace.</source>
        <translation>请选择其他工作空间。</translation>
    </message>
    <message>
        <source>This endpoint does not offer the call</source>
        <translation>该接入点不提供此接口</translation>
    </message>
    <message>
        <source>Check the endpoint and the region.</source>
        <translation>请检查接入点和地域。</translation>
    </message>
    <message>
        <source>The registry is not available at the moment</source>
        <translation>模型仓库暂时不可用</translation>
    </message>
    <message>
        <source>The registry itself failed</source>
        <translation>模型仓库内部出错</translation>
    </message>
    <message>
        <source>Check the network, the proxy and the endpoint, then try again.</source>
        <translation>请检查网络、代理和接入点，然后重试。</translation>
    </message>
    <message>
        <source>There is no usable AccessKey</source>
        <translation>没有可用的 AccessKey</translation>
    </message>
    <message>
        <source>This AccessKey is disabled</source>
        <translation>该 AccessKey 已被禁用</translation>
    </message>
    <message>
        <source>Enable it in the console, or use another one.</source>
        <translation>请在控制台启用它，或换用其他 AccessKey。</translation>
    </message>
    <message>
        <source>The registry does not know this AccessKey</source>
        <translation>模型仓库中没有这个 AccessKey</translation>
    </message>
    <message>
        <source>The secret does not belong to this AccessKey</source>
        <translation>AccessKey Secret 与该 AccessKey 不匹配</translation>
    </message>
    <message>
        <source>Enter the secret of the AccessKey again.</source>
        <translation>请重新填写 AccessKey Secret。</translation>
    </message>
    <message>
        <source>Enter the secret of the AccessKey again; if it is right, something in between changes requests.</source>
        <translation>请重新填写 AccessKey Secret；如果它没有错，则是请求在途中被改动。</translation>
    </message>
    <message>
        <source>The temporary AccessKey has expired</source>
        <translation>临时 AccessKey 已过期</translation>
    </message>
    <message>
        <source>Get a new one and enter it.</source>
        <translation>请获取新的临时 AccessKey 并填写。</translation>
    </message>
    <message>
        <source>The risk control of the registry refused this</source>
        <translation>请求被模型仓库的风控拦截</translation>
    </message>
    <message>
        <source>Ask the owner of the account.</source>
        <translation>请联系账号所有者。</translation>
    </message>
    <message>
        <source>The registry does not have this model</source>
        <translation>模型仓库中没有这个模型</translation>
    </message>
    <message>
        <source>The registry does not have this version</source>
        <translation>模型仓库中没有这个版本</translation>
    </message>
    <message>
        <source>It conflicts with what the registry holds</source>
        <translation>与模型仓库中的现有内容冲突</translation>
    </message>
    <message>
        <source>The registry refused the time of the request</source>
        <translation>模型仓库拒绝了请求的时间戳</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>Correct what it names, then try again.</source>
        <translation>请按提示更正，然后重试。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1：“%2”</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1: %2 is missing</source>
        <translation>%1：缺少 %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Check the region, the endpoint and the network.</source>
        <translation>请检查地域、接入点和网络类型。</translation>
    </message>
    <message>
        <source>The VPC host of the region was not found</source>
        <translation>找不到该地域的 VPC 主机</translation>
    </message>
    <message>
        <source>The request was changed on its way to the registry, so its signature does not match</source>
        <translation>请求在到达模型仓库途中被改动，签名因此不符</translation>
    </message>
    <message>
        <source>A proxy may rewrite requests: try another network. If that does not help, report it with the RequestId.</source>
        <translation>可能有代理改写请求：请换一个网络重试。若仍如此，请附上 RequestId 反馈。</translation>
    </message>
    <message>
        <source>The request arrived without its whole signature</source>
        <translation>请求到达时签名不完整</translation>
    </message>
    <message>
        <source>A proxy may remove headers: try another network.</source>
        <translation>可能有代理去掉了请求头：请换一个网络重试。</translation>
    </message>
    <message>
        <source>This AccessKey is temporary and needs its security token</source>
        <translation>这是临时 AccessKey，需要配套的安全令牌</translation>
    </message>
    <message>
        <source>There is no such RAM role</source>
        <translation>没有这个 RAM 角色</translation>
    </message>
    <message>
        <source>STS refused the login token</source>
        <translation>STS 拒绝了登录令牌</translation>
    </message>
    <message>
        <source>Get a new token from the identity provider.</source>
        <translation>请向身份提供商获取新的令牌。</translation>
    </message>
    <message>
        <source>STS refused the role, its session or its policy</source>
        <translation>STS 拒绝了该角色、其会话或其策略</translation>
    </message>
    <message>
        <source>Correct it where the keys come from.</source>
        <translation>请在密钥来源处更正。</translation>
    </message>
    <message>
        <source>A policy of the account forbids this</source>
        <translation>账号的策略禁止此操作</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>The registry refused a value</source>
        <translation>模型仓库拒绝了某个值</translation>
    </message>
    <message>
        <source>It can be reached only from inside Alibaba Cloud; use the public network elsewhere.</source>
        <translation>它只能从阿里云内部访问；在其他地方请使用公网。</translation>
    </message>
    <message>
        <source>The request lacks a value</source>
        <translation>请求缺少某个值</translation>
    </message>
    <message>
        <source>The profile is protected; nothing was sent</source>
        <translation>该配置受保护；没有发送任何内容</translation>
    </message>
    <message>
        <source>Unlock it in the menu of the connection.</source>
        <translation>请在连接菜单中解锁。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Enter the AccessKey and its security token again, both issued together.</source>
        <translation>请重新填写同一次获取的 AccessKey 和安全令牌。</translation>
    </message>
    <message>
        <source>Ask an administrator of the workspace for permission.</source>
        <translation>请向工作空间管理员申请。</translation>
    </message>
    <message>
        <source>Ask the account’s RAM administrator for a policy that allows it, or a workspace administrator for a role that has it.</source>
        <translation>请向账号的 RAM 管理员申请允许此操作的策略，或向工作空间管理员申请具有此权限的角色。</translation>
    </message>
    <message>
        <source>Check the proxy in the profile, under Network, or the one set up on this computer.</source>
        <translation>请检查配置中“网络”下的代理，或本机系统设置的代理。</translation>
    </message>
    <message>
        <source>The proxy did not connect in time</source>
        <translation>未能及时通过代理建立连接</translation>
    </message>
    <message>
        <source>Enter the proxy’s user and password in the profile, under Network.</source>
        <translation>请在配置的“网络”下输入代理的用户和密码。</translation>
    </message>
    <message>
        <source>Choose another CA file in the profile, under Network.</source>
        <translation>请在配置的“网络”下选择另一个 CA 文件。</translation>
    </message>
    <message>
        <source>There is no host with this name</source>
        <translation>没有这个主机名</translation>
    </message>
    <message>
        <source>The proxy could not be reached</source>
        <translation>无法连接到代理</translation>
    </message>
    <message>
        <source>The proxy asks for a user and a password</source>
        <translation>代理要求用户和密码</translation>
    </message>
    <message>
        <source>The proxy refused the user or the password</source>
        <translation>代理拒绝了用户或密码</translation>
    </message>
    <message>
        <source>The proxy answered with an error, as some do to a wrong user or password</source>
        <translation>代理返回了错误，有些代理以此表示用户或密码不对</translation>
    </message>
    <message>
        <source>The password of the proxy is no longer kept</source>
        <translation>代理的密码已不再保存</translation>
    </message>
    <message>
        <source>The password of the proxy could not be read</source>
        <translation>无法读取代理的密码</translation>
    </message>
    <message>
        <source>Unlock the keychain, or enter the password again in the profile, under Network.</source>
        <translation>请解锁钥匙串，或在配置的“网络”下重新输入密码。</translation>
    </message>
    <message>
        <source>The proxy does not allow connections to the registry</source>
        <translation>代理不允许本机访问模型仓库</translation>
    </message>
    <message>
        <source>The proxy did not behave like a proxy</source>
        <translation>代理没有按代理的方式应答</translation>
    </message>
    <message>
        <source>This version does not know the profile’s kind of proxy</source>
        <translation>此版本不认识该配置的代理</translation>
    </message>
    <message>
        <source>Choose another one in the profile, under Network.</source>
        <translation>请在配置的“网络”下选择另一个代理。</translation>
    </message>
    <message>
        <source>The certificate that the registry presented is for another host, so nothing was sent</source>
        <translation>模型仓库出示的证书属于另一主机，因此没有发送任何内容</translation>
    </message>
    <message>
        <source>Check the endpoint; whoever runs the registry can name the right host.</source>
        <translation>请检查接入点；模型仓库的管理者可以告知正确的主机。</translation>
    </message>
    <message>
        <source>Ask whoever runs the registry.</source>
        <translation>请联系模型仓库的管理者。</translation>
    </message>
    <message>
        <source>If you know the registry, get its certificate from whoever runs it and choose it as the CA file in the profile, under Network.</source>
        <translation>如果了解该模型仓库，请向其管理者索取证书，并在配置的“网络”下选作 CA 文件。</translation>
    </message>
    <message>
        <source>There is no such CA file</source>
        <translation>没有这个 CA 文件</translation>
    </message>
    <message>
        <source>The CA file cannot be read</source>
        <translation>无法读取 CA 文件</translation>
    </message>
    <message>
        <source>There is no certificate (PEM) in the CA file</source>
        <translation>CA 文件中没有证书（PEM）</translation>
    </message>
    <message>
        <source>The CA file contains a certificate that cannot be read</source>
        <translation>CA 文件中有无法读取的证书</translation>
    </message>
    <message>
        <source>The registry’s identity could not be verified (TLS), so nothing was sent</source>
        <translation>无法验证模型仓库的身份（TLS），因此没有发送任何内容</translation>
    </message>
    <message>
        <source>Check the endpoint’s name, this computer’s clock and whether a proxy replaces certificates.</source>
        <translation>请检查接入点的域名、本机时钟，以及代理是否替换了证书。</translation>
    </message>
    <message>
        <source>Check the AccessKey ID and the endpoint.</source>
        <translation>请检查 AccessKey ID 和接入点。</translation>
    </message>
    <message>
        <source>The registry refused the request’s signature</source>
        <translation>模型仓库拒绝了请求的签名</translation>
    </message>
    <message>
        <source>Check the role’s ARN where the keys come from.</source>
        <translation>请在密钥来源处检查角色的 ARN。</translation>
    </message>
    <message>
        <source>Ask the account’s RAM administrator to change that policy; adding one that allows it does not help.</source>
        <translation>请账号的 RAM 管理员修改该策略；另加允许的策略无济于事。</translation>
    </message>
    <message>
        <source>Nothing was written. Check what changed, then decide.</source>
        <translation>未写入任何内容。请先查看改动，再作决定。</translation>
    </message>
    <message>
        <source>Refresh, check what is there, then try again.</source>
        <translation>请刷新并查看现有内容，然后重试。</translation>
    </message>
    <message>
        <source>Set this computer’s clock, then try again.</source>
        <translation>请校准本机时钟，然后重试。</translation>
    </message>
    <message>
        <source>The registry took the request for one it had already received</source>
        <translation>模型仓库认为该请求已收到过</translation>
    </message>
    <message>
        <source>A workspace with this name already exists</source>
        <translation>已有同名的工作空间</translation>
    </message>
    <message>
        <source>Rejected before sending</source>
        <translation>未通过检查，没有发送</translation>
    </message>
    <message>
        <source>The value was rejected before sending</source>
        <translation>该值未通过检查，没有发送</translation>
    </message>
    <message>
        <source>There is a folder where the file should be</source>
        <translation>文件的位置上是一个文件夹</translation>
    </message>
    <message>
        <source>There is a symbolic link where the file should be; it is not followed</source>
        <translation>文件的位置上是一个符号链接，程序不会跟随</translation>
    </message>
    <message>
        <source>The file of the profiles is damaged; it was left as it is</source>
        <translation>配置文件已损坏，未作任何改动</translation>
    </message>
    <message>
        <source>Repair the file or move it away.</source>
        <translation>请修复该文件，或将其移走。</translation>
    </message>
    <message>
        <source>This is not a file of saved searches</source>
        <translation>这不是已保存搜索的文件</translation>
    </message>
    <message>
        <source>its clock is %1 ahead of this computer’s</source>
        <translation>其时钟比本机快 %1</translation>
    </message>
    <message>
        <source>its clock is %1 behind this computer’s</source>
        <translation>其时钟比本机慢 %1</translation>
    </message>
    <message>
        <source>%1: it is for %2, signed by %3, valid from %4 until %5</source>
        <translation>%1：用于 %2，由 %3 签发，有效期 %4 至 %5</translation>
    </message>
    <message>
        <source>It may or may not have been done: check before sending it again.</source>
        <translation>操作可能已生效，也可能没有：请先核对，再决定是否重发。</translation>
    </message>
    <message>
        <source>The text ends too early: something is not closed</source>
        <translation>文本提前结束：还有未闭合的部分</translation>
    </message>
    <message>
        <source>A key must be in double quotation marks</source>
        <translation>键必须用双引号括起来</translation>
    </message>
    <message>
        <source>Only true, false and null may be written without quotation marks</source>
        <translation>只有 true、false 和 null 可以不加引号</translation>
    </message>
    <message>
        <source>This service accepts at most %1 bytes, and most letters beyond English take two to four</source>
        <translation>此服务最多接受 %1 字节，而大多数非英文字符占两到四字节</translation>
    </message>
    <message>
        <source>This service cannot clear this field once it is set; reset it or write something else</source>
        <translation>此服务无法清空已设置的该字段；请还原或改写为其他内容</translation>
    </message>
    <message>
        <source>This service cannot empty ExtraInfo once it is set</source>
        <translation>此服务无法清空已设置的 ExtraInfo</translation>
    </message>
    <message>
        <source>This service cannot remove keys from ExtraInfo: %1</source>
        <translation>此服务无法从 ExtraInfo 中移除键：%1</translation>
    </message>
    <message>
        <source>These keys appear more than once and are kept as they are: %1</source>
        <translation>以下键重复出现，将原样保留：%1</translation>
    </message>
    <message>
        <source>Label “%1” appears twice</source>
        <translation>标签“%1”重复</translation>
    </message>
    <message>
        <source>Label “%1”: spaces at the start or end</source>
        <translation>标签“%1”：首尾有空格</translation>
    </message>
    <message>
        <source>Spaces at the start or end</source>
        <translation>首尾有空格</translation>
    </message>
    <message>
        <source>What was typed here is kept, but is not a value yet: “%1”</source>
        <translation>此处输入的内容已保留，但还不是有效的值：“%1”</translation>
    </message>
    <message>
        <source>Ask whoever runs the proxy to allow the registry’s host.</source>
        <translation>请联系代理的管理者，允许访问模型仓库的主机。</translation>
    </message>
    <message>
        <source>The registry’s certificate has expired, so nothing was sent</source>
        <translation>模型仓库的证书已过期，因此没有发送任何内容</translation>
    </message>
    <message>
        <source>Check this computer’s clock; if it is right, whoever runs the registry has to renew the certificate.</source>
        <translation>请检查本机时钟；如果时钟正确，需由模型仓库的管理者更新证书。</translation>
    </message>
    <message>
        <source>The registry’s certificate is not valid yet, so nothing was sent</source>
        <translation>模型仓库的证书尚未生效，因此没有发送任何内容</translation>
    </message>
    <message>
        <source>Check this computer’s clock.</source>
        <translation>请检查本机时钟。</translation>
    </message>
    <message>
        <source>The registry’s certificate was revoked, so nothing was sent</source>
        <translation>模型仓库的证书已被吊销，因此没有发送任何内容</translation>
    </message>
    <message>
        <source>The registry’s certificate is signed by an authority that this computer does not know, so nothing was sent</source>
        <translation>模型仓库的证书由本机不认识的机构签发，因此没有发送任何内容</translation>
    </message>
    <message>
        <source>Get the authority’s certificate from whoever runs the registry or the proxy in between, and choose it as the CA file in the profile, under Network.</source>
        <translation>请向模型仓库或中间代理的管理者索取该机构的证书，并在配置的“网络”下选作 CA 文件。</translation>
    </message>
    <message>
        <source>Part of the settings file cannot be read; the rest is used, with defaults for what is missing</source>
        <translation>设置文件有一部分无法读取；其余部分仍然有效，缺失的部分使用默认值</translation>
    </message>
    <message>
        <source>Repair the file; it is copied aside before anything is written to it.</source>
        <translation>请修复该文件；写入之前会先在旁边保留一份副本。</translation>
    </message>
    <message>
        <source>The settings file cannot be used; it was left as it is</source>
        <translation>无法使用设置文件；文件保持原样</translation>
    </message>
    <message>
        <source>The settings file cannot be written; it was left as it is</source>
        <translation>无法写入设置文件；文件保持原样</translation>
    </message>
    <message>
        <source>The file of the profiles cannot be read; it was left as it is</source>
        <translation>配置文件无法读取，未作任何改动</translation>
    </message>
    <message>
        <source>The file of the profiles cannot be read, because it is not an ordinary file; it was left as it is</source>
        <translation>配置文件不是普通文件，无法读取，未作任何改动</translation>
    </message>
    <message>
        <source>The profile was stored, but the previous password of its proxy is still in the keychain</source>
        <translation>配置已保存，但其代理原来的密码仍在钥匙串中</translation>
    </message>
    <message>
        <source>Remove it there with the program of the keychain.</source>
        <translation>请用钥匙串程序将其移除。</translation>
    </message>
    <message>
        <source>The registry’s certificate is self-signed, so nothing was sent</source>
        <translation>模型仓库的证书是自签名证书，因此没有发送任何内容</translation>
    </message>
    <message>
        <source>Another window or command is checking a service</source>
        <translation>另一个窗口或命令正在检查服务</translation>
    </message>
    <message>
        <source>Wait until it has finished.</source>
        <translation>请等待其完成。</translation>
    </message>
</context>
<context>
    <name>modelscribe::AboutSection</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Other members</source>
        <translation>其他成员</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供方</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>创建者</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作空间</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Latest version</source>
        <translation>最新版本</translation>
    </message>
    <message>
        <source>Other members (%1)</source>
        <translation>其他成员（%1）</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
</context>
<context>
    <name>modelscribe::AccessibilityEdit</name>
    <message>
        <source>Private</source>
        <translation>私有</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>you and workspace administrators</source>
        <translation>仅本人和工作空间管理员可见</translation>
    </message>
    <message>
        <source>everyone in the workspace</source>
        <translation>工作空间内所有成员可见</translation>
    </message>
    <message>
        <source>the registry says “%1”</source>
        <translation>模型仓库中的值为“%1”</translation>
    </message>
    <message>
        <source>not chosen: private</source>
        <translation>未选择，默认私有</translation>
    </message>
</context>
<context>
    <name>modelscribe::Activity</name>
    <message>
        <source>This change was not reverted. %1</source>
        <translation>此修改未能还原。%1</translation>
    </message>
    <message>
        <source>The model no longer exists. This is a new one with the values from before: check it, then create it.</source>
        <translation>该模型已不存在。这里是用当时的值新建的模型：检查后即可创建。</translation>
    </message>
    <message>
        <source>Everything already is as it was before the change of %1.</source>
        <translation>所有值都已与 %1 的修改之前一致。</translation>
    </message>
    <message>
        <source>The change of %1 is reverted in a draft: check it, then save.</source>
        <translation>已用草稿还原 %1 的修改：检查后即可保存。</translation>
    </message>
</context>
<context>
    <name>modelscribe::ActivityWindow</name>
    <message>
        <source>Activity</source>
        <translation>活动记录</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>全部保留</translation>
    </message>
    <message numerus="yes">
        <source>Keep for %n day(s)</source>
        <translation>
            <numerusform>保留 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>How long the history is kept</source>
        <translation>历史记录的保留时间</translation>
    </message>
</context>
<context>
    <name>modelscribe::BatchFooter</name>
    <message>
        <source>Each model is read from the registry first.</source>
        <translation>先从模型仓库读取各个模型。</translation>
    </message>
    <message>
        <source>There is nothing to save.</source>
        <translation>没有需要保存的内容。</translation>
    </message>
    <message>
        <source>Type the workspace’s name first.</source>
        <translation>请先输入工作空间名称。</translation>
    </message>
    <message>
        <source>First tick that private models become visible to everyone in the workspace.</source>
        <translation>需先勾选，确认将私有模型对工作空间内所有成员公开。</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>尚未发送任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s) will not be changed.</source>
        <translation>
            <numerusform>%Ln 个模型不会修改。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Let everyone in the workspace see %Ln model(s)</source>
        <translation>
            <numerusform>对工作空间内所有成员公开 %Ln 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Checking %1 of %2</source>
        <translation>正在检查 %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>Save %Ln model(s)</source>
        <translation>
            <numerusform>保存 %Ln 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>modelscribe::BatchGrid</name>
    <message>
        <source>not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln 个请求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln left alone</source>
        <translation>
            <numerusform>%1，%Ln 处保持不变</numerusform>
        </translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>此后已被修改</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>name is taken</source>
        <translation>名称已被占用</translation>
    </message>
    <message>
        <source>left out by you</source>
        <translation>已手动排除</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>This model belongs to a provider and cannot be changed.</source>
        <translation>该模型属于提供方，不可修改。</translation>
    </message>
    <message>
        <source>This model was deleted in the registry.</source>
        <translation>该模型已在模型仓库中删除。</translation>
    </message>
    <message>
        <source>Changed since, and left as it is: %1.</source>
        <translation>此后的修改，保持不变：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Another model would have the same name. Tick it to save it anyway.</source>
        <translation>将与其他模型同名。勾选后仍可保存。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>has unsaved changes</source>
        <translation>有未保存的修改</translation>
    </message>
    <message>
        <source>This model has unsaved changes of its own. Tick it to change it too; they stay a draft.</source>
        <translation>此模型自身有未保存的修改。勾选后也会一并修改；这些修改仍保留为草稿。</translation>
    </message>
    <message>
        <source>no change needed</source>
        <translation>无需修改</translation>
    </message>
    <message>
        <source>not yours to change</source>
        <translation>无权修改</translation>
    </message>
    <message>
        <source>It already has these values; nothing is sent.</source>
        <translation>已是此值，不发送任何内容。</translation>
    </message>
    <message>
        <source>Somebody else changed this too: %1. Open the model to decide.</source>
        <translation>他人也修改了：%1。请打开该模型再决定。</translation>
    </message>
    <message>
        <source>Tick it to try it anyway.</source>
        <translation>勾选后仍可尝试。</translation>
    </message>
</context>
<context>
    <name>modelscribe::BatchPage</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>To save</source>
        <translation>待保存</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>未变</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>约 %1 秒</translation>
    </message>
    <message>
        <source>about %1 min %2 s</source>
        <translation>约 %1 分 %2 秒</translation>
    </message>
    <message>
        <source>about %1 h %2 min</source>
        <translation>约 %1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>Back, nothing is sent (Esc)</source>
        <translation>返回，不发送任何内容（Esc）</translation>
    </message>
    <message>
        <source>Find a model</source>
        <translation>查找模型</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message numerus="yes">
        <source>Review %Ln model(s)</source>
        <translation>
            <numerusform>审阅 %Ln 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln 个请求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s) could not be checked.</source>
        <translation>
            <numerusform>%Ln 个模型未能检查。</numerusform>
        </translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>No model here matches.</source>
        <translation>此处没有匹配的模型。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between requests and time</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between fields</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 writes a second; the whole account shares %2</source>
        <translation>每秒写入 %1 次；整个账号共用每秒 %2 次</translation>
    </message>
</context>
<context>
    <name>modelscribe::BatchRequests</name>
    <message>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>Hide the requests (Esc)</source>
        <translation>隐藏请求（Esc）</translation>
    </message>
    <message>
        <source>Hide the requests</source>
        <translation>隐藏请求</translation>
    </message>
</context>
<context>
    <name>modelscribe::BatchReviewing</name>
    <message>
        <source>What was to be saved is kept in Drafts.</source>
        <translation>要保存的内容已留在草稿中。</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>modelscribe::BatchRunModel</name>
    <message>
        <source>Needs a look</source>
        <translation>需要查看</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>未变</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>错误码</translation>
    </message>
    <message>
        <source>RequestId</source>
        <translation>RequestId</translation>
    </message>
    <message>
        <source>ModelId</source>
        <translation>ModelId</translation>
    </message>
</context>
<context>
    <name>modelscribe::BatchRuns</name>
    <message>
        <source>The run cannot continue: %1. %2</source>
        <translation>无法继续这批修改：%1。%2</translation>
    </message>
</context>
<context>
    <name>modelscribe::BatchTable</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Show the requests</source>
        <translation>显示请求</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Open %1 in the form</source>
        <translation>在表单中打开 %1</translation>
    </message>
    <message>
        <source>Include again</source>
        <translation>重新加入</translation>
    </message>
    <message>
        <source>Models of the change</source>
        <translation>这批修改的模型</translation>
    </message>
</context>
<context>
    <name>modelscribe::Batching</name>
    <message>
        <source>What was saved could not be read from the history. %1</source>
        <translation>无法从历史记录读取已保存的内容。%1</translation>
    </message>
    <message>
        <source>Select the models in the list first, then paste.</source>
        <translation>请先在列表中选择模型，再粘贴。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new model(s) is/are left out: each is created by itself.</source>
        <translation>
            <numerusform>已排除 %Ln 个新模型：新模型需逐个创建。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s) is/are left out: the model is being saved.</source>
        <translation>
            <numerusform>已排除 %Ln 份草稿：模型正在保存。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s) of many models is/are left out: each is reviewed by itself.</source>
        <translation>
            <numerusform>已排除 %Ln 份多模型草稿：需逐份审阅。</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no drafts here that can be saved together.</source>
        <translation>这里没有可以一起保存的草稿。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s) is/are left out: something in it/them is not a value yet.</source>
        <translation>
            <numerusform>已排除 %Ln 份草稿：其中有尚未输完的值。</numerusform>
        </translation>
    </message>
    <message>
        <source>None of it was saved to this registry.</source>
        <translation>其中没有内容保存到此模型仓库。</translation>
    </message>
    <message>
        <source>There is no text on the clipboard to paste.</source>
        <translation>剪贴板中没有可粘贴的文本。</translation>
    </message>
</context>
<context>
    <name>modelscribe::BrowsePane</name>
    <message>
        <source>The list could not be refreshed</source>
        <translation>列表刷新失败</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Loading was cancelled.</source>
        <translation>已取消加载。</translation>
    </message>
    <message>
        <source>The models could not be loaded.</source>
        <translation>模型加载失败。</translation>
    </message>
    <message>
        <source>Profiles…</source>
        <translation>配置…</translation>
    </message>
    <message>
        <source>No models yet.</source>
        <translation>还没有模型。</translation>
    </message>
    <message>
        <source>A model is a name with its metadata, labels and versions.</source>
        <translation>一个模型由名称及其元数据、标签和版本组成。</translation>
    </message>
    <message>
        <source>Connect to PAI…</source>
        <translation>连接到 PAI…</translation>
    </message>
    <message>
        <source>No model matches the search.</source>
        <translation>没有符合搜索条件的模型。</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>未连接。</translation>
    </message>
    <message>
        <source>The local registry needs no account and keeps its models on this computer.</source>
        <translation>本地模型仓库无需账号，模型保存在本机。</translation>
    </message>
    <message>
        <source>Use the local registry</source>
        <translation>使用本地模型仓库</translation>
    </message>
    <message>
        <source>No drafts.</source>
        <translation>没有草稿。</translation>
    </message>
    <message>
        <source>What you change is kept here until it is saved or discarded.</source>
        <translation>修改会保留在这里，直到保存或放弃。</translation>
    </message>
    <message>
        <source>Show all models</source>
        <translation>显示全部模型</translation>
    </message>
    <message>
        <source>No draft matches the search.</source>
        <translation>没有符合搜索条件的草稿。</translation>
    </message>
    <message>
        <source>The list still shows all models.</source>
        <translation>列表仍显示全部模型。</translation>
    </message>
    <message>
        <source>The list still shows %1</source>
        <translation>列表仍按此显示：%1</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>改用 %1</translation>
    </message>
    <message>
        <source>No public models of %1 here.</source>
        <translation>这里没有 %1 的公开模型。</translation>
    </message>
    <message>
        <source>Their provider publishes them; not every region has them.</source>
        <translation>公开模型由提供方发布，并非每个地域都有。</translation>
    </message>
    <message>
        <source>Show the workspace’s models</source>
        <translation>显示工作空间的模型</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>新建模型</translation>
    </message>
</context>
<context>
    <name>modelscribe::ChangesView</name>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
</context>
<context>
    <name>modelscribe::CheckPanel</name>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>重新测试</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
</context>
<context>
    <name>modelscribe::CheckRow</name>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>passed, with a note</source>
        <translation>通过，有提示</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>未尝试</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the RequestId</source>
        <translation>复制 RequestId</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state and what was found</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Copy the policy</source>
        <translation>复制策略</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>RequestId %1</source>
        <translation>RequestId %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>modelscribe::Choosing</name>
    <message>
        <source>%1. What you choose is used until the program is closed. %2</source>
        <translation>%1。所选设置仅在程序退出前有效。%2</translation>
    </message>
</context>
<context>
    <name>modelscribe::ClashView</name>
    <message>
        <source>Label %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform>等另外 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: changed here and in the registry since the review</source>
        <translation>%1：审阅之后，此处和模型仓库中都有修改</translation>
    </message>
    <message numerus="yes">
        <source>the same for the %Ln conflicts about %1</source>
        <translation>
            <numerusform>对 %Ln 个关于%1的冲突同样处理</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, before</source>
        <translation>%1，之前</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>In the registry</source>
        <translation>模型仓库中</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>我的值</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>保留对方的值</translation>
    </message>
    <message>
        <source>Take mine</source>
        <translation>采用我的值</translation>
    </message>
    <message>
        <source>It kept changing while it was being saved.</source>
        <translation>保存期间它不断被修改。</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>The same for all conflicts about it</source>
        <translation>对此项的所有冲突都照此处理</translation>
    </message>
</context>
<context>
    <name>modelscribe::CleanupList</name>
    <message>
        <source>Nothing to clean up.</source>
        <translation>没有需要清理的内容。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
</context>
<context>
    <name>modelscribe::CleanupRow</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Invisible characters</source>
        <translation>不可见字符</translation>
    </message>
    <message>
        <source>Full-width letters</source>
        <translation>全角字符</translation>
    </message>
    <message>
        <source>Letters of another script</source>
        <translation>混有其他文字的字母</translation>
    </message>
    <message>
        <source>One letter apart</source>
        <translation>仅差一个字母</translation>
    </message>
    <message>
        <source>Used once</source>
        <translation>仅使用一次</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln 个值</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>in the changes</source>
        <translation>已列入修改</translation>
    </message>
    <message>
        <source>Look through</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Same characters, composed differently</source>
        <translation>字符相同，编码组合不同</translation>
    </message>
    <message>
        <source>Differ only in case</source>
        <translation>仅大小写不同</translation>
    </message>
    <message>
        <source>Differ only in _ - . and spaces</source>
        <translation>仅 _ - . 和空格不同</translation>
    </message>
</context>
<context>
    <name>modelscribe::Closing</name>
    <message>
        <source>Closing</source>
        <translation>正在关闭</translation>
    </message>
    <message>
        <source>Finishing the save…</source>
        <translation>正在完成保存…</translation>
    </message>
    <message>
        <source>The window closes by itself, in a few seconds at the latest.</source>
        <translation>窗口最多几秒后自动关闭。</translation>
    </message>
    <message>
        <source>Keep the window open</source>
        <translation>保持窗口打开</translation>
    </message>
    <message>
        <source>This would be lost:</source>
        <translation>以下内容将会丢失：</translation>
    </message>
    <message>
        <source>Drafts cannot be kept</source>
        <translation>草稿无法保留</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) cannot be kept on this computer</source>
        <translation>
            <numerusform>%n 份草稿无法保留在本机</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
    <message numerus="yes">
        <source>Close and lose %n draft(s)</source>
        <translation>
            <numerusform>关闭并丢失 %n 份草稿</numerusform>
        </translation>
    </message>
    <message>
        <source>(new model)</source>
        <translation>（新模型）</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s): %1</source>
        <translation>
            <numerusform>%Ln 个模型：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::ColourChoice</name>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Colour: %1</source>
        <translation>颜色：%1</translation>
    </message>
</context>
<context>
    <name>modelscribe::ColumnChooser</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Find a column, or extra.PATH</source>
        <translation>查找列，或输入 extra.路径</translation>
    </message>
    <message>
        <source>Find a column</source>
        <translation>查找列</translation>
    </message>
    <message>
        <source>Fit all</source>
        <translation>全部适应内容</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>The column stays in place while the others scroll sideways</source>
        <translation>横向滚动其他列时，此列保持不动</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已固定</translation>
    </message>
</context>
<context>
    <name>modelscribe::CommandPalette</name>
    <message>
        <source>Open or run</source>
        <translation>打开或执行</translation>
    </message>
    <message>
        <source>Search models, commands, settings, saved searches and workspaces</source>
        <translation>搜索模型、命令、设置、已保存的搜索和工作空间</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>No command found, and nothing else with this name</source>
        <translation>未找到命令，也没有其他同名项目</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>rows that are shown of those that were found</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>当前使用</translation>
    </message>
</context>
<context>
    <name>modelscribe::CompareDelegate</name>
    <message>
        <source>%1, changed</source>
        <translation>%1（已修改）</translation>
    </message>
    <message>
        <source>Copy to…</source>
        <translation>复制到…</translation>
    </message>
</context>
<context>
    <name>modelscribe::CompareFooter</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 处修改</numerusform>
        </translation>
    </message>
    <message>
        <source>ExtraInfo is compared by path. Nothing is changed.</source>
        <translation>ExtraInfo 按路径比较。没有修改。</translation>
    </message>
    <message>
        <source>in a draft of %1</source>
        <translation>在 %1 的草稿中</translation>
    </message>
    <message numerus="yes">
        <source>in %n draft(s)</source>
        <translation>
            <numerusform>在 %n 份草稿中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review %n draft(s)…</source>
        <translation>
            <numerusform>审阅 %n 份草稿…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::CompareHeader</name>
    <message>
        <source>Deleted in the registry</source>
        <translation>已在模型仓库中删除</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message numerus="yes">
        <source>Draft, %n change(s)</source>
        <translation>
            <numerusform>草稿，%n 处修改</numerusform>
        </translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（未命名）</translation>
    </message>
    <message>
        <source>Remove from the comparison (Delete)</source>
        <translation>移出比较（Delete）</translation>
    </message>
</context>
<context>
    <name>modelscribe::ComparePage</name>
    <message>
        <source>All fields</source>
        <translation>全部字段</translation>
    </message>
    <message>
        <source>Differences only</source>
        <translation>仅看差异</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Markdown table</source>
        <translation>Markdown 表格</translation>
    </message>
    <message numerus="yes">
        <source>Compare %n model(s)</source>
        <translation>
            <numerusform>比较 %n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Two to six models can be compared.</source>
        <translation>可以比较两到六个模型。</translation>
    </message>
    <message>
        <source>Choose them in the list, with Ctrl or Shift held down.</source>
        <translation>在列表中按住 Ctrl 或 Shift 选择模型。</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>“%1” is read-only: it belongs to a provider. Nothing was copied.</source>
        <translation>“%1”属于提供方，只读，未复制任何内容。</translation>
    </message>
    <message>
        <source>“%1” was deleted in the registry. Nothing was copied.</source>
        <translation>“%1”已在模型仓库中删除，未复制任何内容。</translation>
    </message>
    <message>
        <source>The ExtraInfo of “%1” has no place for this value. Nothing was copied.</source>
        <translation>“%1”的 ExtraInfo 中没有可放置此值的位置，未复制任何内容。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>添加模型</translation>
    </message>
    <message>
        <source>Add another beside these (Insert)</source>
        <translation>再并排添加一个模型（Insert）</translation>
    </message>
    <message>
        <source>Six models are already side by side.</source>
        <translation>已并排显示六个模型。</translation>
    </message>
</context>
<context>
    <name>modelscribe::CompareTable</name>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>以上全部</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>复制到</translation>
    </message>
    <message>
        <source>Copy %1 to</source>
        <translation>将 %1 复制到</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Remove %1 from the comparison</source>
        <translation>将 %1 移出比较</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
</context>
<context>
    <name>modelscribe::ComparisonModel</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>私有</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>differs from the others</source>
        <translation>与其他模型不同</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Different, %1</source>
        <translation>不同（%1）</translation>
    </message>
    <message>
        <source>Same, %1</source>
        <translation>相同（%1）</translation>
    </message>
</context>
<context>
    <name>modelscribe::ConfirmName</name>
    <message>
        <source>The profile is protected. Type the workspace’s name to go on: %1</source>
        <translation>该配置受保护。请输入工作空间名称以继续：%1</translation>
    </message>
    <message>
        <source>Workspace’s name</source>
        <translation>工作空间的名称</translation>
    </message>
</context>
<context>
    <name>modelscribe::ConflictDialog</name>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>and more</source>
        <translation>还有更多</translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>Changed by both</source>
        <translation>双方都有修改</translation>
    </message>
    <message>
        <source>“%1” changed in the registry too</source>
        <translation>“%1”在模型仓库中也有修改</translation>
    </message>
    <message>
        <source>Nothing was written. Choose what to keep where both of you changed the same thing; the review comes next.</source>
        <translation>未写入任何内容。双方都修改了的地方，选择要保留的一方；下一步是审阅。</translation>
    </message>
    <message>
        <source>When you opened it</source>
        <translation>打开时</translation>
    </message>
    <message>
        <source>Now in the registry</source>
        <translation>模型仓库当前值</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>我的值</translation>
    </message>
    <message>
        <source>All from the registry</source>
        <translation>全部采用模型仓库的值</translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>全部保留我的值</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Taken over from the registry without asking: %1</source>
        <translation>已直接采用模型仓库的值：%1</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>模型仓库</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>%1: keep mine</source>
        <translation>%1：保留我的值</translation>
    </message>
    <message>
        <source>Everything is decided.</source>
        <translation>已全部选定。</translation>
    </message>
    <message numerus="yes">
        <source>%n choice(s) left</source>
        <translation>
            <numerusform>还有 %n 处待选择</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed again since</source>
        <translation>此后又被修改</translation>
    </message>
    <message>
        <source>“%1” was changed again since then</source>
        <translation>“%1”此后又被修改过</translation>
    </message>
    <message>
        <source>Choose what the draft keeps where the same thing was changed again. Nothing is written before you save.</source>
        <translation>同一处此后又被修改，请选择草稿采用哪个值。保存之前不会写入任何内容。</translation>
    </message>
    <message>
        <source>After that change</source>
        <translation>当时修改后</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Before that change</source>
        <translation>当时修改前</translation>
    </message>
    <message>
        <source>All as now</source>
        <translation>全部保持现在</translation>
    </message>
    <message>
        <source>All as before</source>
        <translation>全部恢复之前</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>不作改动</translation>
    </message>
    <message>
        <source>Make the draft</source>
        <translation>生成草稿</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>%1: as now</source>
        <translation>%1：保持现在</translation>
    </message>
    <message>
        <source>%1: as before</source>
        <translation>%1：恢复之前</translation>
    </message>
    <message>
        <source>Changed since then and left as it is: %1</source>
        <translation>此后的修改，保持不变：%1</translation>
    </message>
    <message>
        <source>Continue to the review</source>
        <translation>前往审阅</translation>
    </message>
    <message>
        <source>%1: take the registry’s</source>
        <translation>%1：采用模型仓库的值</translation>
    </message>
</context>
<context>
    <name>modelscribe::Connecting</name>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>The local registry could not be started</source>
        <translation>本地模型仓库启动失败</translation>
    </message>
    <message>
        <source>The profile “%1” cannot be used</source>
        <translation>配置“%1”无法使用</translation>
    </message>
    <message>
        <source>Open profiles</source>
        <translation>打开配置</translation>
    </message>
</context>
<context>
    <name>modelscribe::Connection</name>
    <message>
        <source>All workspaces</source>
        <translation>全部工作空间</translation>
    </message>
    <message>
        <source>Local registry</source>
        <translation>本地模型仓库</translation>
    </message>
    <message>
        <source>default workspace</source>
        <translation>默认工作空间</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>示例</translation>
    </message>
</context>
<context>
    <name>modelscribe::ConnectionButton</name>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>尚未请求</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Failing: %1</source>
        <translation>异常：%1</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>受保护</translation>
    </message>
    <message>
        <source>unlocked</source>
        <translation>已解锁</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>two notes</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>on this machine</source>
        <translation>在本机</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
</context>
<context>
    <name>modelscribe::ConnectionMenu</name>
    <message>
        <source>Profiles…</source>
        <translation>配置…</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作空间</translation>
    </message>
    <message>
        <source>All workspaces</source>
        <translation>全部工作空间</translation>
    </message>
    <message>
        <source>Connect to</source>
        <translation>连接到</translation>
    </message>
    <message>
        <source>Local registry</source>
        <translation>本地模型仓库</translation>
    </message>
    <message>
        <source>Unlock %1 for this session</source>
        <translation>在本次会话中解锁 %1</translation>
    </message>
    <message>
        <source>Protect %1 again</source>
        <translation>重新保护 %1</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Start an empty local registry</source>
        <translation>新建空的本地模型仓库</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name, file</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>modelscribe::CopyFieldsDialog</name>
    <message>
        <source>Copy fields</source>
        <translation>复制字段</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln members</source>
        <translation>
            <numerusform>全部 %Ln 个成员</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln value(s)</source>
        <translation>
            <numerusform>复制 %Ln 个值</numerusform>
        </translation>
    </message>
    <message>
        <source>What should be copied from “%1”? You can paste it into other models.</source>
        <translation>要从“%1”复制哪些内容？之后可以粘贴到其他模型。</translation>
    </message>
    <message>
        <source>Fields to copy</source>
        <translation>要复制的字段</translation>
    </message>
</context>
<context>
    <name>modelscribe::DeleteDialog</name>
    <message>
        <source>Delete model</source>
        <translation>删除模型</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>删除 %1？</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>This model and its labels are deleted from the registry.</source>
        <translation>该模型及其标签将从模型仓库中删除。</translation>
    </message>
    <message>
        <source>This model, its labels and the records of its versions (the latest is %1) are deleted from the registry.</source>
        <translation>该模型及其标签和版本记录（最新版本为 %1）将从模型仓库中删除。</translation>
    </message>
    <message>
        <source>Files in OSS stay where they are. The history keeps what was deleted; the model can be created again from it, but not its versions.</source>
        <translation>OSS 中的文件不受影响。历史记录会保留被删除的内容，可据此重新创建模型，但不含其版本。</translation>
    </message>
    <message>
        <source>Somebody has changed it in the registry meanwhile: %1. Nothing was deleted.</source>
        <translation>期间有人在模型仓库中修改了它：%1。尚未删除任何内容。</translation>
    </message>
</context>
<context>
    <name>modelscribe::DescriptionDialog</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Only the beginning is shown</source>
        <translation>仅显示开头部分</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>modelscribe::DocumentEdit</name>
    <message>
        <source>Open document</source>
        <translation>打开文档</translation>
    </message>
    <message>
        <source>Open %1…</source>
        <translation>打开 %1…</translation>
    </message>
    <message>
        <source>Only http and https addresses can be opened</source>
        <translation>只能打开 http 和 https 地址</translation>
    </message>
    <message>
        <source>Open a page of %1 in the browser?</source>
        <translation>在浏览器中打开 %1 的网页？</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Preview document</source>
        <translation>预览文档</translation>
    </message>
    <message>
        <source>Preview the document of %1…</source>
        <translation>预览 %1 的文档…</translation>
    </message>
</context>
<context>
    <name>modelscribe::DocumentPreview</name>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Document of %1</source>
        <translation>%1 的文档</translation>
    </message>
    <message>
        <source>Show document</source>
        <translation>显示文档</translation>
    </message>
    <message>
        <source>Load the document from %1?
%2</source>
        <translation>从 %1 加载文档？
%2</translation>
    </message>
    <message>
        <source>Loading from %1…</source>
        <translation>正在从 %1 加载…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Always for %1</source>
        <translation>始终允许 %1</translation>
    </message>
    <message>
        <source>Only the beginning is shown</source>
        <translation>仅显示开头部分</translation>
    </message>
</context>
<context>
    <name>modelscribe::DraftQuestion</name>
    <message numerus="yes">
        <source>%Ln of these models has/have a draft. Nothing is sent yet.</source>
        <translation>
            <numerusform>其中 %Ln 个模型有草稿。目前没有发送任何内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>排除它们</translation>
    </message>
    <message>
        <source>Change what is saved</source>
        <translation>修改已保存的内容</translation>
    </message>
    <message>
        <source>The drafts stay as they are</source>
        <translation>草稿保持不变</translation>
    </message>
</context>
<context>
    <name>modelscribe::DraftsList</name>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Columns of the drafts</source>
        <translation>草稿列表的列</translation>
    </message>
    <message>
        <source>Open draft</source>
        <translation>打开草稿</translation>
    </message>
    <message>
        <source>Create again as a copy…</source>
        <translation>以副本重新创建…</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>放弃…</translation>
    </message>
    <message>
        <source>Discard the changes of this draft (Del)</source>
        <translation>放弃此草稿中的修改（Del）</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>放弃草稿</translation>
    </message>
    <message>
        <source>Discard the draft of %1?</source>
        <translation>放弃 %1 的草稿？</translation>
    </message>
    <message>
        <source>%1. The model was not created, so nothing of it is left.</source>
        <translation>%1。该模型尚未创建，放弃后不会留下任何内容。</translation>
    </message>
    <message>
        <source>%1. The model in the registry stays as it is.</source>
        <translation>%1。模型仓库中的模型保持不变。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>%1. The models in the registry stay as they are.</source>
        <translation>%1。模型仓库中的模型保持不变。</translation>
    </message>
    <message numerus="yes">
        <source>Review %Ln draft(s)…</source>
        <translation>
            <numerusform>审阅 %Ln 份草稿…</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue with this draft (Enter)</source>
        <translation>继续编辑此草稿（Enter）</translation>
    </message>
    <message>
        <source>Check all of them, then save them together</source>
        <translation>逐一查看，然后一起保存</translation>
    </message>
    <message>
        <source>%1. The model is no longer in the registry, so nothing of it is left.</source>
        <translation>%1。该模型已不在模型仓库中，放弃后不会留下任何内容。</translation>
    </message>
</context>
<context>
    <name>modelscribe::DraftsModel</name>
    <message>
        <source>not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>not yet created</source>
        <translation>尚未创建</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 小时前</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message>
        <source>(new model)</source>
        <translation>（新模型）</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln 处修改</numerusform>
        </translation>
    </message>
    <message>
        <source>The registry was not asked yet, or did not answer.</source>
        <translation>尚未查询模型仓库，或模型仓库没有响应。</translation>
    </message>
    <message>
        <source>Nobody changed the same thing in the registry.</source>
        <translation>模型仓库中的同一处没有被他人修改。</translation>
    </message>
    <message>
        <source>Nothing of it is in the registry yet.</source>
        <translation>模型仓库中还没有任何相关内容。</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>修改数</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>models changed since</source>
        <translation>模型此后有修改</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s): %1</source>
        <translation>
            <numerusform>%Ln 个模型：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>can be saved</source>
        <translation>可保存</translation>
    </message>
    <message>
        <source>conflicts with the registry</source>
        <translation>与模型仓库冲突</translation>
    </message>
    <message>
        <source>model was deleted</source>
        <translation>模型已不存在</translation>
    </message>
    <message>
        <source>The same thing was changed in the registry: choose what to keep.</source>
        <translation>模型仓库中的同一处也有修改，需要作出选择。</translation>
    </message>
    <message>
        <source>The model is no longer in the registry.</source>
        <translation>该模型已不在模型仓库中。</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>modelscribe::EditActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>撤销：%1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>重做：%1(&amp;R)</translation>
    </message>
</context>
<context>
    <name>modelscribe::EditHistory</name>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n 处修改</numerusform>
        </translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>change of %1</source>
        <translation>修改“%1”</translation>
    </message>
    <message>
        <source>reset of %1</source>
        <translation>重置“%1”</translation>
    </message>
    <message>
        <source>revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>change from the registry</source>
        <translation>来自模型仓库的修改</translation>
    </message>
</context>
<context>
    <name>modelscribe::EditNotices</name>
    <message>
        <source>Another window changed this draft; it is shown now.</source>
        <translation>另一个窗口修改了此草稿，现在显示的是修改后的内容。</translation>
    </message>
    <message>
        <source>Take mine back</source>
        <translation>恢复我的内容</translation>
    </message>
    <message>
        <source>Another window saved or discarded this draft. Your text is kept here.</source>
        <translation>另一个窗口已保存或放弃此草稿。此处的文本仍然保留。</translation>
    </message>
    <message>
        <source>Create again as a copy…</source>
        <translation>以副本重新创建…</translation>
    </message>
    <message>
        <source>Another window saved this draft.</source>
        <translation>另一个窗口已保存此草稿。</translation>
    </message>
    <message>
        <source>Another window created or discarded this model, so it is gone here too.</source>
        <translation>另一个窗口已创建或放弃此模型，此处也不再保留。</translation>
    </message>
    <message>
        <source>Another window discarded this draft, so it is gone here too.</source>
        <translation>另一个窗口已放弃此草稿，此处也不再保留。</translation>
    </message>
    <message>
        <source>This model is no longer in the registry.</source>
        <translation>该模型已不在模型仓库中。</translation>
    </message>
    <message>
        <source>This model is no longer in the registry. Your changes are kept.</source>
        <translation>该模型已不在模型仓库中。未保存的修改仍然保留。</translation>
    </message>
</context>
<context>
    <name>modelscribe::Editing</name>
    <message numerus="yes">
        <source>%n change(s) saved.</source>
        <translation>
            <numerusform>已保存 %n 处修改。</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes reverted.</source>
        <translation>已还原修改。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>“%1” was not deleted: %2.</source>
        <translation>“%1”未能删除：%2。</translation>
    </message>
    <message>
        <source>“%1” deleted.</source>
        <translation>“%1”已删除。</translation>
    </message>
    <message>
        <source>This model changed in the registry where you changed it too. Nothing is written before you have chosen.</source>
        <translation>模型仓库中对该模型的修改与未保存的修改有冲突。作出选择之前不会写入任何内容。</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>Changed in the registry meanwhile and taken over: %1. Your own changes stay.</source>
        <translation>期间模型仓库中有修改，已采用：%1。未保存的修改保留不变。</translation>
    </message>
    <message>
        <source>“%1” created.</source>
        <translation>已创建“%1”。</translation>
    </message>
    <message>
        <source>Copied as JSON, with your changes.</source>
        <translation>已复制为 JSON，包含未保存的修改。</translation>
    </message>
    <message>
        <source>Copied as JSON.</source>
        <translation>已复制为 JSON。</translation>
    </message>
    <message>
        <source>ID copied.</source>
        <translation>已复制 ID。</translation>
    </message>
</context>
<context>
    <name>modelscribe::EditorFooter</name>
    <message>
        <source>This model belongs to %1 and cannot be edited</source>
        <translation>该模型属于 %1，不可编辑</translation>
    </message>
    <message>
        <source>It is being saved</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Give it a name first</source>
        <translation>请先填写名称</translation>
    </message>
    <message>
        <source>Nothing is changed</source>
        <translation>没有修改</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 处修改</numerusform>
        </translation>
    </message>
    <message>
        <source>kept as a draft</source>
        <translation>已保留为草稿</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>没有修改</translation>
    </message>
    <message>
        <source>has errors</source>
        <translation>有错误</translation>
    </message>
    <message>
        <source>Review new model…</source>
        <translation>审阅新模型…</translation>
    </message>
    <message>
        <source>Review &amp; Save…</source>
        <translation>审阅并保存…</translation>
    </message>
    <message>
        <source>Shows what has to be corrected first</source>
        <translation>查看需要先更正的内容</translation>
    </message>
    <message>
        <source>Review the changes and save them (Ctrl+S)</source>
        <translation>审阅并保存修改（Ctrl+S）</translation>
    </message>
    <message>
        <source>The profile is protected</source>
        <translation>该配置受保护</translation>
    </message>
</context>
<context>
    <name>modelscribe::EditorPane</name>
    <message>
        <source>Connect to a registry first</source>
        <translation>请先连接模型仓库</translation>
    </message>
    <message>
        <source>Started earlier and not finished; last changed: %1.</source>
        <translation>此前已开始填写，尚未完成；上次修改：%1。</translation>
    </message>
    <message>
        <source>Started earlier and not finished.</source>
        <translation>此前已开始填写，尚未完成。</translation>
    </message>
    <message>
        <source>Start another</source>
        <translation>另建一个</translation>
    </message>
    <message>
        <source>in %1 · %2</source>
        <translation>位于 %1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) without a value: %1. Nothing is sent yet.</source>
        <translation>
            <numerusform>%n 个标签没有值：%1。尚未发送任何内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save without a value</source>
        <translation>不填值，继续保存</translation>
    </message>
    <message>
        <source>The profile is protected. Unlock it in the menu of the connection to edit.</source>
        <translation>该配置受保护。要编辑，请在连接菜单中解锁。</translation>
    </message>
</context>
<context>
    <name>modelscribe::EndPage</name>
    <message>
        <source>d MMM HH:mm</source>
        <extracomment>Day and time, see QLocale::toString()</extracomment>
        <translation>M月d日 HH:mm</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>times</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message numerus="yes">
        <source>Retry the %Ln refused</source>
        <translation>
            <numerusform>重试被拒绝的 %Ln 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %Ln model(s)</source>
        <translation>
            <numerusform>重试 %Ln 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s), through the same review</source>
        <translation>
            <numerusform>%Ln 个模型，经过同样的审阅</numerusform>
        </translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>%1 文件 (*.%2)</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Revert this batch…</source>
        <translation>撤销这批修改…</translation>
    </message>
    <message>
        <source>Revert this batch</source>
        <translation>撤销这批修改</translation>
    </message>
    <message>
        <source>Go on or retry</source>
        <translation>继续或重试</translation>
    </message>
</context>
<context>
    <name>modelscribe::ExtraInfoEditor</name>
    <message>
        <source>Too much at once (over %1 bytes): nothing was pasted</source>
        <translation>内容过大（超过 %1 字节），未粘贴</translation>
    </message>
</context>
<context>
    <name>modelscribe::ExtraVerbRow</name>
    <message>
        <source>Set</source>
        <translation>设为</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>ExtraInfo</source>
        <translation>ExtraInfo</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>整个 ExtraInfo</translation>
    </message>
    <message>
        <source>path, such as a.b</source>
        <translation>路径，如 a.b</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>value, as JSON</source>
        <translation>JSON 值</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>new key</source>
        <translation>新键</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新键</translation>
    </message>
    <message>
        <source>An element of an array has no name.</source>
        <translation>数组的元素没有名称。</translation>
    </message>
    <message>
        <source>Not JSON: %1</source>
        <translation>不是 JSON：%1</translation>
    </message>
    <message>
        <source>Only an object can be merged.</source>
        <translation>只有对象可以合并。</translation>
    </message>
    <message>
        <source>in %1 of %2</source>
        <translation>%2 个中的 %1 个</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 个</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1 个</translation>
    </message>
    <message>
        <source>Enter a path.</source>
        <translation>请填写路径。</translation>
    </message>
    <message>
        <source>Enter a value.</source>
        <translation>请填写值。</translation>
    </message>
    <message>
        <source>Enter a new name.</source>
        <translation>请填写新名称。</translation>
    </message>
    <message>
        <source>This is not a path.</source>
        <translation>这不是路径。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln has/have something else at this place and cannot be changed this way.</source>
        <translation>
            <numerusform>有 %Ln 个模型在此位置是其他内容，无法这样修改。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::FacetModel</name>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n 个值</numerusform>
        </translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between what is spoken of a row</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>read-only, shown</source>
        <translation>只读，正在显示</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>included</source>
        <translation>已选</translation>
    </message>
</context>
<context>
    <name>modelscribe::FieldBinding</name>
    <message>
        <source>sends %1</source>
        <translation>发送为 %1</translation>
    </message>
    <message>
        <source>means %1</source>
        <translation>即 %1</translation>
    </message>
</context>
<context>
    <name>modelscribe::FieldCopying</name>
    <message numerus="yes">
        <source>%Ln value(s) copied. Select other models and choose Paste fields in the Edit menu.</source>
        <translation>
            <numerusform>已复制 %Ln 个值。选择其他模型，然后在“编辑”菜单中选择“粘贴字段”。</numerusform>
        </translation>
    </message>
    <message>
        <source>What is on the clipboard cannot be pasted as fields. Choose Copy fields again.</source>
        <translation>剪贴板中的内容不能作为字段粘贴。请重新选择“复制字段”。</translation>
    </message>
    <message>
        <source>The column %1 cannot be edited.</source>
        <translation>“%1”列不可编辑。</translation>
    </message>
    <message>
        <source>Select several models first. The value of the first one goes to the others.</source>
        <translation>请先选择多个模型，第一个模型的值会填充到其余模型。</translation>
    </message>
    <message>
        <source>“%1” has no value in the column %2 to fill down.</source>
        <translation>“%1”的“%2”列没有可向下填充的值。</translation>
    </message>
</context>
<context>
    <name>modelscribe::FieldEditor</name>
    <message>
        <source>Too much at once: only the first %1 characters were taken</source>
        <translation>内容过长：只保留了前 %1 个字符</translation>
    </message>
</context>
<context>
    <name>modelscribe::FieldFrame</name>
    <message>
        <source>Reset %1</source>
        <translation>重置“%1”</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1（已修改）</translation>
    </message>
    <message>
        <source>Original: (empty)</source>
        <translation>原值：（空）</translation>
    </message>
    <message>
        <source>Original: %1</source>
        <translation>原值：%1</translation>
    </message>
    <message>
        <source>Changed. %1</source>
        <translation>已修改。%1</translation>
    </message>
</context>
<context>
    <name>modelscribe::FigureCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>modelscribe::FiguresExport</name>
    <message>
        <source>Export figures</source>
        <translation>导出统计</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>%1 文件 (*.%2)</translation>
    </message>
</context>
<context>
    <name>modelscribe::FiguresPage</name>
    <message numerus="yes">
        <source>Figures of %Ln model(s)</source>
        <translation>
            <numerusform>%Ln 个模型的统计</numerusform>
        </translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>All models of the list</source>
        <translation>列表中的全部模型</translation>
    </message>
    <message>
        <source>There are no models to count yet.</source>
        <translation>还没有可统计的模型。</translation>
    </message>
    <message>
        <source>No model matches the search.</source>
        <translation>没有符合搜索条件的模型。</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Charts cannot be drawn.</source>
        <translation>无法绘制图表。</translation>
    </message>
    <message>
        <source>The part of ModelScribe that draws them could not be loaded. Install the program again; the figures are in the table.</source>
        <translation>ModelScribe 的绘图模块未能加载。请重新安装程序；统计数据见右侧表格。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>图片（PNG）</translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation>矢量图（SVG）</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>表格（CSV）</translation>
    </message>
    <message>
        <source>Enter shows the models of a row in the list</source>
        <translation>按 Enter 在列表中显示该行的模型</translation>
    </message>
</context>
<context>
    <name>modelscribe::FiguresTable</name>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
</context>
<context>
    <name>modelscribe::FirstStartPage</name>
    <message>
        <source>Where are your models?</source>
        <translation>你的模型在哪里？</translation>
    </message>
    <message>
        <source>ModelScribe shows and edits the metadata of models in PAI’s model registry.</source>
        <translation>ModelScribe 用于查看和编辑 PAI 模型仓库中模型的元数据。</translation>
    </message>
    <message>
        <source>Connect to PAI</source>
        <translation>连接到 PAI</translation>
    </message>
    <message>
        <source>Edit the models of your workspaces, with an AccessKey or a role.</source>
        <translation>使用 AccessKey 或角色，编辑工作空间中的模型。</translation>
    </message>
    <message>
        <source>Look around with sample models</source>
        <translation>用示例模型随意看看</translation>
    </message>
    <message numerus="yes">
        <source>%Ln made-up model(s) in a registry on this machine. No account, no network.</source>
        <translation>
            <numerusform>本机模型仓库中的 %Ln 个虚构模型，无需账号，也无需网络。</numerusform>
        </translation>
    </message>
    <message>
        <source>Connect to PAI…</source>
        <translation>连接到 PAI…</translation>
    </message>
    <message>
        <source>Open the samples</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>Start an empty local registry</source>
        <translation>新建空的本地模型仓库</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>第一步</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>首次启动</translation>
    </message>
</context>
<context>
    <name>modelscribe::FoldersPanel</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Copies of lists</source>
        <translation>列表副本</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Data holds the drafts, the journal and the local registry. Keys are in the keychain and in none of these.</source>
        <translation>数据文件夹包含草稿、历史记录和本地模型仓库。密钥存放在钥匙串中，不在这些文件夹里。</translation>
    </message>
    <message>
        <source>Open, %1</source>
        <translation>打开：%1</translation>
    </message>
    <message>
        <source>Copy path, %1</source>
        <translation>复制路径：%1</translation>
    </message>
</context>
<context>
    <name>modelscribe::FoundKeyRow</name>
    <message>
        <source>environment of this session</source>
        <translation>当前会话的环境变量</translation>
    </message>
    <message>
        <source>section %1</source>
        <translation>节 %1</translation>
    </message>
    <message>
        <source>profile %1</source>
        <translation>配置 %1</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Use %1 %2</source>
        <translation>使用%1 %2</translation>
    </message>
</context>
<context>
    <name>modelscribe::FoundKeysPart</name>
    <message>
        <source>Use keys found on this machine</source>
        <translation>使用本机上找到的密钥</translation>
    </message>
    <message>
        <source>Files of other tools are read, never changed. Nothing is sent before you choose.</source>
        <translation>只读取其他工具的文件，不作任何改动。选择之前不会发送任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more in Profiles…</source>
        <translation>
            <numerusform>配置中还有 %Ln 项…</numerusform>
        </translation>
    </message>
    <message>
        <source>More in Profiles…</source>
        <translation>在配置中查看更多…</translation>
    </message>
</context>
<context>
    <name>modelscribe::HeaderBar</name>
    <message>
        <source>Loading. Click to cancel</source>
        <translation>正在加载，点击取消</translation>
    </message>
    <message>
        <source>Refresh (F5)</source>
        <translation>刷新（F5）</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>新建模型</translation>
    </message>
    <message>
        <source>New model (Ctrl+N)</source>
        <translation>新建模型（Ctrl+N）</translation>
    </message>
    <message>
        <source>Connect to a registry first</source>
        <translation>请先连接模型仓库</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
</context>
<context>
    <name>modelscribe::HelpFindBar</name>
    <message>
        <source>Find in this page</source>
        <translation>在本页中查找</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一个匹配</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>无匹配</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 个，共 %2 个</translation>
    </message>
</context>
<context>
    <name>modelscribe::HelpWindow</name>
    <message>
        <source>Save as PDF</source>
        <translation>保存为 PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Find in this page</source>
        <translation>在本页中查找</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>保存为 PDF…</translation>
    </message>
    <message>
        <source>To print it, or to keep it</source>
        <translation>用于打印或保存</translation>
    </message>
    <message>
        <source>This page is in English.</source>
        <translation>本页目前只有英文。</translation>
    </message>
</context>
<context>
    <name>modelscribe::Helping</name>
    <message>
        <source>This is ModelScribe %1.</source>
        <translation>现在运行的是 ModelScribe %1。</translation>
    </message>
    <message>
        <source>What’s new</source>
        <translation>新变化</translation>
    </message>
</context>
<context>
    <name>modelscribe::JournalDetails</name>
    <message>
        <source>Reading the entry…</source>
        <translation>正在读取记录…</translation>
    </message>
    <message>
        <source>Copy this entry as JSON</source>
        <translation>将此记录复制为 JSON</translation>
    </message>
    <message>
        <source>Revert this change…</source>
        <translation>还原此修改…</translation>
    </message>
    <message>
        <source>The registry holds other values:</source>
        <translation>模型仓库中的值不同：</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>发送的请求</translation>
    </message>
    <message>
        <source>This entry cannot be read</source>
        <translation>无法读取此记录</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>took %1 s</source>
        <translation>用时 %1 秒</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Intended</source>
        <translation>拟改为</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>In the registry</source>
        <translation>模型仓库中</translation>
    </message>
    <message>
        <source>No differences.</source>
        <translation>没有不同的值。</translation>
    </message>
    <message>
        <source>Makes a draft with the values from before; nothing is sent yet</source>
        <translation>用之前的值生成草稿，暂不发送任何内容</translation>
    </message>
    <message>
        <source>Details of the entry</source>
        <translation>记录详情</translation>
    </message>
</context>
<context>
    <name>modelscribe::JournalFilterBox</name>
    <message>
        <source>Filter the history</source>
        <translation>筛选历史记录</translation>
    </message>
    <message>
        <source>Clear the filter (Esc)</source>
        <translation>清除筛选（Esc）</translation>
    </message>
</context>
<context>
    <name>modelscribe::JournalGroupBar</name>
    <message numerus="yes">
        <source>%Ln model(s) of one run</source>
        <translation>
            <numerusform>同一批修改的 %Ln 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>One of a run of many models.</source>
        <translation>属于一批多个模型的修改。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show the whole run</source>
        <translation>显示整批修改</translation>
    </message>
    <message>
        <source>Revert the run…</source>
        <translation>撤销整批修改…</translation>
    </message>
    <message>
        <source>A run of many models.</source>
        <translation>一次批量修改。</translation>
    </message>
    <message>
        <source>Run of many models</source>
        <translation>批量修改的进度</translation>
    </message>
    <message>
        <source>Revert the whole run</source>
        <translation>撤销整批修改</translation>
    </message>
</context>
<context>
    <name>modelscribe::JournalModel</name>
    <message>
        <source>Reverted</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Labels changed</source>
        <translation>修改标签</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>partly done</source>
        <translation>部分完成</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>修改数</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>%1, folded</source>
        <translation>%1，已折叠</translation>
    </message>
    <message>
        <source>%1, unfolded</source>
        <translation>%1，已展开</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>未结束</translation>
    </message>
    <message>
        <source>not fully applied</source>
        <translation>未全部生效</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>未核对</translation>
    </message>
</context>
<context>
    <name>modelscribe::JournalView</name>
    <message>
        <source>The history cannot be read</source>
        <translation>无法读取历史记录</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>没有与“%1”匹配的记录</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>No saves of this model yet</source>
        <translation>此模型还没有保存记录</translation>
    </message>
    <message>
        <source>What ModelScribe writes to a registry is listed here, with the values from before.</source>
        <translation>ModelScribe 写入模型仓库的内容及其之前的值都列在这里。</translation>
    </message>
    <message>
        <source>Copied as JSON.</source>
        <translation>已复制为 JSON。</translation>
    </message>
    <message>
        <source>Export as JSON</source>
        <translation>导出为 JSON</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON 文件 (*.json)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Filter by value or RequestId</source>
        <translation>按值或 RequestId 筛选</translation>
    </message>
    <message>
        <source>Filter by model, value, profile or RequestId</source>
        <translation>按模型、值、配置或 RequestId 筛选</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>导出为 JSON…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Reading the history</source>
        <translation>正在读取历史记录</translation>
    </message>
    <message>
        <source>Its models are listed below it.</source>
        <translation>各模型列在其下方。</translation>
    </message>
    <message>
        <source>→ shows each of them.</source>
        <translation>按 → 展开各模型。</translation>
    </message>
    <message>
        <source>Nothing has been saved yet</source>
        <translation>还没有保存记录</translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonCompleter</name>
    <message numerus="yes">
        <source>used by %n</source>
        <translation>
            <numerusform>%n 处使用</numerusform>
        </translation>
    </message>
    <message>
        <source>Keys for this place</source>
        <translation>此处可用的键</translation>
    </message>
    <message>
        <source>Values for this place</source>
        <translation>此处可用的值</translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonDialog</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonDifferenceDialog</name>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>语义</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Values that differ, whatever the text looks like</source>
        <translation>内容不同的值，不论文本写法</translation>
    </message>
    <message>
        <source>Lines that differ</source>
        <translation>不同的行</translation>
    </message>
    <message>
        <source>Ways to compare</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Take the stored value</source>
        <translation>采用已保存的值</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The other tab compares the texts line by line.</source>
        <translation>另一个选项卡逐行比较文本。</translation>
    </message>
    <message>
        <source>Nothing was stored. Everything is new.</source>
        <translation>没有已保存的内容，全部为新增。</translation>
    </message>
    <message>
        <source>Comparing with the stored text…</source>
        <translation>正在与已保存的文本比较…</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) differ</source>
        <translation>
            <numerusform>%n 个值不同</numerusform>
        </translation>
    </message>
    <message>
        <source>more are not listed</source>
        <translation>其余未列出</translation>
    </message>
    <message>
        <source>Compared with the stored text.</source>
        <translation>已与已保存的文本比较。</translation>
    </message>
    <message>
        <source>%1 is as stored again.</source>
        <translation>%1 已恢复为已保存的值。</translation>
    </message>
    <message>
        <source>Differences in meaning</source>
        <translation>语义差异</translation>
    </message>
    <message>
        <source>Undo restores the current value</source>
        <translation>撤销可恢复当前值</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>转到该处</translation>
    </message>
    <message>
        <source>The text is not valid JSON right now.</source>
        <translation>文本目前不是 JSON。</translation>
    </message>
    <message>
        <source>The stored text is not JSON.</source>
        <translation>已保存的文本不是 JSON。</translation>
    </message>
    <message>
        <source>No differences in meaning.</source>
        <translation>语义上没有差异。</translation>
    </message>
    <message>
        <source>No differences in meaning</source>
        <translation>语义上没有差异</translation>
    </message>
    <message numerus="yes">
        <source>%n written or ordered differently</source>
        <translation>
            <numerusform>%n 处写法或顺序不同</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonDifferenceModel</name>
    <message>
        <source>Stored: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>当前：%1</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>What</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonEditor</name>
    <message>
        <source>All on one line: Format adds line breaks and colours</source>
        <translation>全部内容在一行：格式化后可分行并着色</translation>
    </message>
    <message>
        <source>JSON text</source>
        <translation>JSON 文本</translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonEditorBar</name>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>树</translation>
    </message>
    <message>
        <source>The known entries as fields (Ctrl+1)</source>
        <translation>以字段显示已知条目（Ctrl+1）</translation>
    </message>
    <message>
        <source>The text itself (Ctrl+2)</source>
        <translation>文本本身（Ctrl+2）</translation>
    </message>
    <message>
        <source>Keys, values and types (Ctrl+3)</source>
        <translation>键、值和类型（Ctrl+3）</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find (Ctrl+F)</source>
        <translation>查找（Ctrl+F）</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Find and replace (Ctrl+H)</source>
        <translation>查找和替换（Ctrl+H）</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式化</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>压缩</translation>
    </message>
    <message>
        <source>Sort keys</source>
        <translation>键排序</translation>
    </message>
    <message>
        <source>Repair…</source>
        <translation>修复…</translation>
    </message>
    <message>
        <source>Differences…</source>
        <translation>差异…</translation>
    </message>
    <message>
        <source>Copy from another model…</source>
        <translation>从其他模型复制…</translation>
    </message>
    <message>
        <source>Paste and convert…</source>
        <translation>粘贴并转换…</translation>
    </message>
    <message>
        <source>Next problem or hint</source>
        <translation>下一个问题或提示</translation>
    </message>
    <message>
        <source>Next problem or hint (F8)</source>
        <translation>下一个问题或提示（F8）</translation>
    </message>
    <message>
        <source>JSON tools</source>
        <translation>JSON 工具</translation>
    </message>
    <message>
        <source>Fold to the first level</source>
        <translation>折叠到第一层</translation>
    </message>
    <message>
        <source>Fold to the second level</source>
        <translation>折叠到第二层</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>长行自动换行</translation>
    </message>
    <message>
        <source>One entry per line; order and numbers stay as they are</source>
        <translation>每项一行；顺序和数字写法不变</translation>
    </message>
    <message>
        <source>No spaces between entries; order and numbers stay as they are</source>
        <translation>去掉各项之间的空白；顺序和数字写法不变</translation>
    </message>
    <message>
        <source>Repairs what is not JSON; shows the difference first</source>
        <translation>修复不符合 JSON 之处；先显示差异</translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonFindBar</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>在文本中查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>全字匹配</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一个匹配</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>Character %1: %2</source>
        <translation>第 %1 个字符：%2</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>无匹配</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>找到 %1 处</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Regular expression; in the replacement $1 or ${name} is a group of it, \n a line break</source>
        <translation>正则表达式；替换内容中 $1 或 ${name} 表示分组，\n 表示换行</translation>
    </message>
    <message>
        <source>Too complex to match: simplify the expression</source>
        <translation>表达式过于复杂：请简化后再试</translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonForm</name>
    <message numerus="yes">
        <source>Other entries: %n, shown in Text and Tree</source>
        <translation>
            <numerusform>其他条目：%n 个，显示在“文本”和“树”中</numerusform>
        </translation>
    </message>
    <message>
        <source>No schema is chosen, so the form knows no entries. Text and Tree show them all.</source>
        <translation>未选择架构，表单没有已知条目。“文本”和“树”中显示全部条目。</translation>
    </message>
    <message>
        <source>Choose schema…</source>
        <translation>选择架构…</translation>
    </message>
    <message>
        <source>The form waits until the text is a JSON object: %1 (line %2)</source>
        <translation>文本成为 JSON 对象后才显示表单：%1（第 %2 行）</translation>
    </message>
    <message>
        <source>Go to problem</source>
        <translation>转到问题处</translation>
    </message>
    <message>
        <source>The schema defines no entries.</source>
        <translation>架构中没有列出条目。</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonFormField</name>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Show in text</source>
        <translation>在文本中显示</translation>
    </message>
    <message>
        <source>Show %1 in the text</source>
        <translation>在文本中显示 %1</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n more hints, shown in Text</source>
        <translation>
            <numerusform>还有 %n 条提示，显示在“文本”中</numerusform>
        </translation>
    </message>
    <message>
        <source>Not a JSON number, such as 12 or 0.5</source>
        <translation>不是 JSON 写法的数字，例如 12 或 0.5</translation>
    </message>
    <message>
        <source>Too much at once: everything after the first %1 characters was left out</source>
        <translation>一次输入的内容过多：%1 个字符之后的部分未录入</translation>
    </message>
    <message>
        <source>Not a number. To take the entry away, use Remove.</source>
        <translation>不是数字。要去掉该条目，请用“移除”。</translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonHintRows</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonLooseText</name>
    <message>
        <source>Copy it</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>You typed “%1” at %2, which no longer exists or has changed meanwhile. It is kept here and not saved.</source>
        <translation>在 %2 处输入了“%1”，但该处已不存在或已被改动。内容保留在此，尚未保存。</translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonPasteDialog</name>
    <message>
        <source>Paste and convert</source>
        <translation>粘贴并转换</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
    <message>
        <source>As JSON</source>
        <translation>转换为 JSON</translation>
    </message>
    <message>
        <source>JSON, something like JSON, or YAML</source>
        <translation>JSON、类似 JSON 的文本或 YAML</translation>
    </message>
    <message>
        <source>Read as YAML</source>
        <translation>按 YAML 读取</translation>
    </message>
    <message>
        <source>Instead of the whole text</source>
        <translation>替换整个文本</translation>
    </message>
    <message>
        <source>As a new member of %1 with the key</source>
        <translation>作为 %1 的新成员，键为</translation>
    </message>
    <message>
        <source>As the last element of %1</source>
        <translation>作为 %1 的最后一个元素</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The text is longer than 4 MiB.</source>
        <translation>文本超过 4 MiB。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>It is neither JSON nor YAML. Line %1, column %2: %3</source>
        <translation>既不是 JSON 也不是 YAML。第 %1 行，第 %2 列：%3</translation>
    </message>
    <message numerus="yes">
        <source>%n more byte(s)</source>
        <translation>
            <numerusform>还有 %n 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>The text cannot be edited.</source>
        <translation>此文本不可编辑。</translation>
    </message>
    <message>
        <source>Replace the text</source>
        <translation>替换文本</translation>
    </message>
    <message>
        <source>Pasted text is shown as JSON before it is inserted.</source>
        <translation>粘贴的内容先以 JSON 显示，再放入文本。</translation>
    </message>
    <message>
        <source>It is JSON and is inserted as it is.</source>
        <translation>内容是 JSON，原样采用。</translation>
    </message>
    <message>
        <source>Repaired: %1</source>
        <translation>已修复：%1</translation>
    </message>
    <message>
        <source>This key is already in use.</source>
        <translation>此键已被使用。</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonRepairDialog</name>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Read as YAML</source>
        <translation>按 YAML 读取</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>修复后</translation>
    </message>
    <message>
        <source>Take the converted text</source>
        <translation>采用转换后的文本</translation>
    </message>
    <message>
        <source>Take the repaired text</source>
        <translation>采用修复后的文本</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>There is nothing to repair.</source>
        <translation>没有需要修复的内容。</translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <translation>文本为空。</translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <translation>第 %1 行，第 %2 列</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Repair as JSON</source>
        <translation>按 JSON 修复</translation>
    </message>
    <message>
        <source>What was repaired</source>
        <translation>修复内容</translation>
    </message>
    <message>
        <source>Nothing changes until you take it. Undo restores the old text.</source>
        <translation>采用之前不会更改任何内容。撤销可恢复原来的文本。</translation>
    </message>
    <message>
        <source>Looking for what can be repaired…</source>
        <translation>正在查找可修复之处…</translation>
    </message>
    <message>
        <source>It could not be repaired.</source>
        <translation>无法修复。</translation>
    </message>
    <message>
        <source>The text can be repaired. This was done:</source>
        <translation>文本可以修复，修复内容如下：</translation>
    </message>
    <message>
        <source>The text already is JSON.</source>
        <translation>文本已经是 JSON。</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>转到该处</translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonSchemaChoice</name>
    <message>
        <source>The text names no schema: it has no “$schema”.</source>
        <translation>文本未指定架构：其中没有“$schema”。</translation>
    </message>
    <message>
        <source>The schema file cannot be read: %1</source>
        <translation>无法读取架构文件：%1</translation>
    </message>
    <message>
        <source>The schema “%1” is not known here, and schemas are never fetched from a network.</source>
        <translation>未知架构“%1”；架构从不通过网络获取。</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Schema: %1</source>
        <translation>架构：%1</translation>
    </message>
    <message>
        <source>What the text is checked against; hints never prevent a save</source>
        <translation>用于检查文本的架构；提示不会阻止保存</translation>
    </message>
    <message>
        <source>Automatic (%1)</source>
        <translation>自动（%1）</translation>
    </message>
    <message>
        <source>The one the text names (“$schema”)</source>
        <translation>文本指定的架构（“$schema”）</translation>
    </message>
    <message>
        <source>The text has no “$schema”.</source>
        <translation>文本中没有“$schema”。</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>从文件选择…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Choose a schema</source>
        <translation>选择架构</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON 文件 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1, in part</source>
        <translation>%1（部分）</translation>
    </message>
    <message>
        <source>The chosen schema no longer comes with the program.</source>
        <translation>所选架构已不再随程序提供。</translation>
    </message>
    <message>
        <source>This schema cannot be used: %1</source>
        <translation>不是可用的架构：%1</translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonSourceTree</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n 个成员</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n 个元素</numerusform>
        </translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonStatusLine</name>
    <message>
        <source>Line %1, column %2</source>
        <translation>第 %1 行，第 %2 列</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Go to problem</source>
        <translation>转到问题处</translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n 条提示</numerusform>
        </translation>
    </message>
    <message>
        <source>not a JSON object yet</source>
        <translation>还不是有效的 JSON 对象</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>valid JSON object</source>
        <translation>有效的 JSON 对象</translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonSubtreeDialog</name>
    <message>
        <source>Copy from another text</source>
        <translation>从其他文本复制</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter the texts</source>
        <translation>筛选文本</translation>
    </message>
    <message>
        <source>Texts to copy from</source>
        <translation>要从中复制的文本</translation>
    </message>
    <message>
        <source>Values to copy</source>
        <translation>要复制的值</translation>
    </message>
    <message>
        <source>Keys in use</source>
        <translation>已被使用的键</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>There is no other text to copy from.</source>
        <translation>没有其他文本可供复制。</translation>
    </message>
    <message>
        <source>No text matches the filter.</source>
        <translation>没有匹配筛选条件的文本。</translation>
    </message>
    <message>
        <source>Choose a text on the left.</source>
        <translation>在左侧选择一个文本。</translation>
    </message>
    <message>
        <source>This text is empty.</source>
        <translation>此文本中没有内容。</translation>
    </message>
    <message>
        <source>mine: %1 · copied: %2</source>
        <translation>我的：%1 · 复制的：%2</translation>
    </message>
    <message>
        <source>copied: %1</source>
        <translation>复制的：%1</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Add as “%1”</source>
        <translation>添加为“%1”</translation>
    </message>
    <message>
        <source>%1 is in use</source>
        <translation>%1 已被使用</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>正在复制…</translation>
    </message>
    <message>
        <source>At most %1 values can be copied at once.</source>
        <translation>一次最多复制 %1 个值。</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) checked</source>
        <translation>
            <numerusform>已勾选 %n 个值</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n value(s)</source>
        <translation>
            <numerusform>复制 %n 个值</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>The text is not valid JSON right now. There is nowhere to put a copy.</source>
        <translation>文本目前不是有效的 JSON，没有可放置副本的位置。</translation>
    </message>
    <message>
        <source>Check the values to copy.</source>
        <translation>勾选要复制的值。</translation>
    </message>
    <message>
        <source>Insert into</source>
        <translation>插入到</translation>
    </message>
    <message>
        <source>Where they are inserted</source>
        <translation>插入的位置</translation>
    </message>
    <message>
        <source>This text is not JSON.</source>
        <translation>此文本不是有效的 JSON。</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) already in use</source>
        <translation>
            <numerusform>%n 个键已被使用</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonTextEdit</name>
    <message>
        <source>Tab indents; Ctrl+Tab and Ctrl+Shift+Tab leave the text. Ctrl+click or Ctrl+D adds a cursor, Alt+drag a column, Esc goes back to one. F8 goes to the next problem or hint, Ctrl+. offers fixes.</source>
        <translation>Tab 缩进；Ctrl+Tab 和 Ctrl+Shift+Tab 离开文本。Ctrl+单击或 Ctrl+D 添加光标，Alt+拖动选择列，Esc 恢复为一个光标。F8 转到下一个问题或提示，Ctrl+. 显示可用的修复。</translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonTreeCommands</name>
    <message>
        <source>Change type</source>
        <translation>更改类型</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Not pasted: more than 4 MB.</source>
        <translation>未粘贴：超过 4 MB。</translation>
    </message>
    <message>
        <source>The text is too long to move so many rows at once.</source>
        <translation>文本过长，无法一次移动这么多行。</translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonTreeFilterBox</name>
    <message>
        <source>Filter the tree</source>
        <translation>筛选树</translation>
    </message>
    <message>
        <source>Filter by text or $.path</source>
        <translation>按文本或 $.路径筛选</translation>
    </message>
    <message>
        <source>A part of a key or a value, or a path that starts with $:
$.key and $[&apos;key&apos;] members, [0] and [-1] elements, [1:3] a range,
* all children, ..key and ..* at any depth, [0,2] and [&apos;a&apos;,&apos;b&apos;] several</source>
        <translation>键或值的一部分，或以 $ 开头的路径：
$.key 和 $[&apos;key&apos;] 为成员，[0] 和 [-1] 为元素，[1:3] 为范围，
* 为所有子项，..key 和 ..* 为任意深度，[0,2] 和 [&apos;a&apos;,&apos;b&apos;] 为多项</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Not a path: see character %1</source>
        <translation>不是有效路径：见第 %1 个字符</translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonTreeModel</name>
    <message>
        <source>(the whole text)</source>
        <translation>（整个文本）</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>%1, %2, %3, level %4</source>
        <comment>key, type, value, level</comment>
        <translation>%1，%2，%3，第 %4 层</translation>
    </message>
    <message>
        <source>%1, expanded</source>
        <translation>%1，已展开</translation>
    </message>
    <message>
        <source>%1, collapsed</source>
        <translation>%1，已折叠</translation>
    </message>
    <message>
        <source>There are hints inside.</source>
        <translation>内部有提示。</translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonTreeTable</name>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>%1 的值</translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonTreeView</name>
    <message>
        <source>JSON tree</source>
        <translation>JSON 树</translation>
    </message>
    <message>
        <source>Go to problem</source>
        <translation>转到问题处</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>未找到匹配项。</translation>
    </message>
    <message>
        <source>No elements yet.</source>
        <translation>还没有元素。</translation>
    </message>
    <message>
        <source>No members yet.</source>
        <translation>还没有成员。</translation>
    </message>
    <message>
        <source>%1 %2 adds one.</source>
        <comment>sentence, key on the keyboard</comment>
        <translation>%1按 %2 可添加。</translation>
    </message>
    <message>
        <source>The text is not valid JSON, so nothing can be edited here. Line %1: %2</source>
        <translation>文本不是有效的 JSON，无法在此编辑。第 %1 行：%2</translation>
    </message>
    <message>
        <source>There is no tree yet: the text is not valid JSON.</source>
        <translation>还没有树：文本不是有效的 JSON。</translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonValueDialog</name>
    <message>
        <source>Save value</source>
        <translation>保存值</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>%1 的值</translation>
    </message>
    <message>
        <source>Value of %1 as JSON</source>
        <translation>%1 的值（JSON）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Not pasted: more than %1 MB.</source>
        <translation>未粘贴：超过 %1 MB。</translation>
    </message>
    <message>
        <source>%1 (line %2, column %3)</source>
        <translation>%1（第 %2 行，第 %3 列）</translation>
    </message>
</context>
<context>
    <name>modelscribe::KeepingNotices</name>
    <message>
        <source>A file with your work was damaged. It is kept as %1; %2.</source>
        <comment>%2 says how many entries were found</comment>
        <translation>一个保存工作内容的文件已损坏，现保留为 %1；%2。</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) were found in it</source>
        <translation>
            <numerusform>从中找到 %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>The save of “%1” was interrupted. All of it is in the registry.</source>
        <translation>“%1”的保存曾中断。所有修改都已在模型仓库中。</translation>
    </message>
    <message>
        <source>The save of “%1” was interrupted. %2</source>
        <translation>“%1”的保存曾中断。%2</translation>
    </message>
    <message>
        <source>Retry the rest…</source>
        <translation>重试其余部分…</translation>
    </message>
    <message>
        <source>No stored profile can be used. %1. %2</source>
        <translation>已保存的配置均无法使用。%1。%2</translation>
    </message>
    <message>
        <source>Edits cannot be written to disk: %1. They stay in memory, and writing is retried automatically. %2</source>
        <translation>修改无法写入磁盘：%1。修改保留在内存中，并会自动重试写入。%2</translation>
    </message>
    <message>
        <source>Edits are written to disk again.</source>
        <translation>修改已重新写入磁盘。</translation>
    </message>
    <message>
        <source>The list cannot be kept for the next start: %1. It will be read from the registry then. %2</source>
        <translation>列表无法保存供下次启动使用：%1。届时将从模型仓库重新读取。%2</translation>
    </message>
    <message>
        <source>The copy of the list on this computer was damaged. It is rebuilt from the registry.</source>
        <translation>本机上的列表副本已损坏，正在从模型仓库重新建立。</translation>
    </message>
</context>
<context>
    <name>modelscribe::KeysFromBox</name>
    <message>
        <source>Kept by ModelScribe</source>
        <translation>由 ModelScribe 保存</translation>
    </message>
    <message>
        <source>Read where they are</source>
        <translation>从原处读取</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>modelscribe::LabelBars</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Labels now</source>
        <translation>当前的标签</translation>
    </message>
</context>
<context>
    <name>modelscribe::LabelPlanBar</name>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln 处修改</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message numerus="yes">
        <source>Review %Ln model(s)…</source>
        <translation>
            <numerusform>审阅 %Ln 个模型…</numerusform>
        </translation>
    </message>
    <message>
        <source>These models are read-only. To change labels, go back to the models of your workspace.</source>
        <translation>这些模型为只读。要修改标签，请返回工作空间的模型。</translation>
    </message>
    <message>
        <source>Rename, merge or take away labels in all models that have them. Nothing is sent before you review it.</source>
        <translation>重命名、合并或移除标签，作用于所有带有该标签的模型。审阅之前不会发送任何内容。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between changes</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>modelscribe::LabelRename</name>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 exists: %2 models join its %3.</source>
        <translation>%1 已存在：%2 个模型将并入其原有的 %3 个。</translation>
    </message>
    <message>
        <source>Where a model has both keys, the value of %1 stays.</source>
        <translation>模型同时有两个键时，保留 %1 的值。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
</context>
<context>
    <name>modelscribe::LabelUsesModel</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值数</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型数</translation>
    </message>
</context>
<context>
    <name>modelscribe::LabelUsesTable</name>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message numerus="yes">
        <source>Merge %Ln…</source>
        <translation>
            <numerusform>合并 %Ln 项…</numerusform>
        </translation>
    </message>
    <message>
        <source>Take away from all models</source>
        <translation>从所有模型中移除</translation>
    </message>
    <message>
        <source>Show the models</source>
        <translation>显示这些模型</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
</context>
<context>
    <name>modelscribe::LabelVerbRow</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add or change</source>
        <translation>添加或修改</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Change value</source>
        <translation>修改值</translation>
    </message>
    <message>
        <source>Rename key</source>
        <translation>重命名键</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>key=value, key=value</source>
        <translation>键=值, 键=值</translation>
    </message>
    <message>
        <source>key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>any value</source>
        <translation>任意值</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>new key</source>
        <translation>新键</translation>
    </message>
    <message>
        <source>new value</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新键</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>to %1 of %2</source>
        <translation>%2 个中的 %1 个</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 个</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1 个</translation>
    </message>
    <message numerus="yes">
        <source>%Ln has/have other values of %1.</source>
        <translation>
            <numerusform>%Ln 个模型的 %1 是其他值。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln has/have %1 already.</source>
        <translation>
            <numerusform>%Ln 个模型已有 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Change these too</source>
        <translation>也修改它们</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lose(s) another value of %1.</source>
        <translation>
            <numerusform>%Ln 个模型将失去 %1 的其他值。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln has/have both keys: %1 is kept there.</source>
        <translation>
            <numerusform>%Ln 个模型两个键都有：保留其中的 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter a key.</source>
        <translation>请填写键。</translation>
    </message>
    <message>
        <source>Enter a new name.</source>
        <translation>请填写新名称。</translation>
    </message>
    <message>
        <source>All labels are taken away.</source>
        <translation>所有标签都会移除。</translation>
    </message>
    <message>
        <source>All other labels are taken away.</source>
        <translation>其他标签都会移除。</translation>
    </message>
</context>
<context>
    <name>modelscribe::LabelsEditor</name>
    <message>
        <source>Label key</source>
        <translation>标签键</translation>
    </message>
    <message>
        <source>Label value</source>
        <translation>标签值</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Add label</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>No labels yet.</source>
        <translation>还没有标签。</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Restore label</source>
        <translation>恢复标签</translation>
    </message>
    <message>
        <source>Remove label</source>
        <translation>移除标签</translation>
    </message>
    <message>
        <source>Choose a label first</source>
        <translation>请先选择一个标签</translation>
    </message>
    <message>
        <source>Keys in use</source>
        <translation>已使用的键</translation>
    </message>
    <message>
        <source>Values in use</source>
        <translation>已使用的值</translation>
    </message>
</context>
<context>
    <name>modelscribe::LabelsModel</name>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed, original: %1</source>
        <translation>已修改，原值：%1</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>modelscribe::LabelsWindow</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>counted in the local copy</source>
        <translation>按本机副本统计</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>键</translation>
    </message>
    <message>
        <source>No labels yet</source>
        <translation>还没有标签</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln 个值</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %Ln model(s)</source>
        <translation>
            <numerusform>至少 %Ln 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>清理</translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s)</source>
        <translation>
            <numerusform>%Ln 条建议</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the changes: %1, and %Ln more.</source>
        <translation>
            <numerusform>已列入修改：%1，另有 %Ln 处。</numerusform>
        </translation>
    </message>
    <message>
        <source>In the changes: %1.</source>
        <translation>已列入修改：%1。</translation>
    </message>
    <message>
        <source>Find a key or value</source>
        <translation>查找键或值</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>The changes gathered so far are kept as a draft.</source>
        <translation>目前收集的修改已保留为草稿。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>modelscribe::LeftStrip</name>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>View</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>What was not sent is not sent; the drafts and the models stay</source>
        <translation>未发送的不再发送；草稿和模型保持不变</translation>
    </message>
    <message numerus="yes">
        <source>A run of %Ln model(s) was interrupted (%1).</source>
        <translation>
            <numerusform>一批 %Ln 个模型的修改被中断（%1）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Interrupted run</source>
        <translation>中断的批量修改</translation>
    </message>
    <message>
        <source>Go on with the interrupted run</source>
        <translation>继续中断的批量修改</translation>
    </message>
    <message>
        <source>View the interrupted run</source>
        <translation>查看中断的批量修改</translation>
    </message>
    <message>
        <source>Forget the interrupted run</source>
        <translation>不再处理中断的批量修改</translation>
    </message>
</context>
<context>
    <name>modelscribe::LinkStrip</name>
    <message>
        <source>The link leads to %1</source>
        <translation>链接指向 %1</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Address of the link</source>
        <translation>链接地址</translation>
    </message>
    <message>
        <source>The link is not a web address, so it is not opened</source>
        <translation>该链接不是网页地址，不会打开</translation>
    </message>
</context>
<context>
    <name>modelscribe::LoadingRows</name>
    <message>
        <source>Loading models</source>
        <translation>正在加载模型</translation>
    </message>
</context>
<context>
    <name>modelscribe::LocalRegistries</name>
    <message>
        <source>Open the &amp;samples</source>
        <translation>打开示例(&amp;S)</translation>
    </message>
    <message>
        <source>Open the &amp;local registry</source>
        <translation>打开本地模型仓库(&amp;L)</translation>
    </message>
    <message>
        <source>Start an &amp;empty local registry</source>
        <translation>新建空的本地模型仓库(&amp;E)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name, file</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>modelscribe::MainWindow</name>
    <message>
        <source>Choose a model to see and edit its metadata.</source>
        <translation>选择一个模型，查看并编辑其元数据。</translation>
    </message>
</context>
<context>
    <name>modelscribe::ManyEditing</name>
    <message numerus="yes">
        <source>What you changed in %Ln other model(s) is kept.</source>
        <translation>
            <numerusform>对另外 %Ln 个模型的修改已保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue with it</source>
        <translation>继续修改</translation>
    </message>
</context>
<context>
    <name>modelscribe::ManyExtraInfo</name>
    <message>
        <source>Everything that is not listed here stays in each model exactly as it is.</source>
        <translation>此处未提到的内容在每个模型中都原样保留，一字不变。</translation>
    </message>
    <message>
        <source>Change ExtraInfo</source>
        <translation>修改 ExtraInfo</translation>
    </message>
</context>
<context>
    <name>modelscribe::ManyField</name>
    <message numerus="yes">
        <source>Show the %Ln different value(s)…</source>
        <translation>
            <numerusform>显示 %Ln 个不同的值…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln different value(s)</source>
        <translation>
            <numerusform>%Ln 个不同的值</numerusform>
        </translation>
    </message>
    <message>
        <source>empty in all</source>
        <translation>全部为空</translation>
    </message>
    <message>
        <source>becomes empty</source>
        <translation>将变为空</translation>
    </message>
    <message>
        <source>Different values of %1</source>
        <translation>“%1”的不同值</translation>
    </message>
    <message>
        <source>Suggestions for %1</source>
        <translation>“%1”的建议值</translation>
    </message>
    <message>
        <source>Not a whole number.</source>
        <translation>不是整数。</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>modelscribe::ManyFooter</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 处修改</numerusform>
        </translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>没有修改</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message numerus="yes">
        <source>Review %Ln model(s)…</source>
        <translation>
            <numerusform>审阅 %Ln 个模型…</numerusform>
        </translation>
    </message>
    <message>
        <source>None of them can be changed</source>
        <translation>它们都不能修改</translation>
    </message>
    <message>
        <source>Nothing is changed</source>
        <translation>没有修改</translation>
    </message>
    <message>
        <source>See the result for each before anything is sent (Ctrl+S)</source>
        <translation>发送之前先查看每个模型修改后的结果（Ctrl+S）</translation>
    </message>
</context>
<context>
    <name>modelscribe::ManyHeader</name>
    <message>
        <source>Copy names</source>
        <translation>复制名称</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln can be changed</source>
        <translation>
            <numerusform>%Ln 个可以修改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln read-only, left out</source>
        <translation>
            <numerusform>%Ln 个只读，已排除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s)</source>
        <translation>
            <numerusform>%Ln 份草稿</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy IDs</source>
        <translation>复制 ID</translation>
    </message>
</context>
<context>
    <name>modelscribe::ManyLabels</name>
    <message>
        <source>models</source>
        <translation>模型数</translation>
    </message>
    <message numerus="yes">
        <source>Labels of the %Ln now</source>
        <translation>
            <numerusform>这 %Ln 个模型目前的标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the %Ln has a label now</source>
        <translation>
            <numerusform>这 %Ln 个模型目前都没有标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Change labels</source>
        <translation>修改标签</translation>
    </message>
</context>
<context>
    <name>modelscribe::ManyPane</name>
    <message>
        <source>Changes discarded.</source>
        <translation>已放弃修改。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Names copied.</source>
        <translation>已复制名称。</translation>
    </message>
    <message>
        <source>IDs copied.</source>
        <translation>已复制 ID。</translation>
    </message>
    <message>
        <source>Many models</source>
        <translation>多个模型</translation>
    </message>
</context>
<context>
    <name>modelscribe::ManyTabs</name>
    <message>
        <source>%1, changed</source>
        <translation>%1（已修改）</translation>
    </message>
    <message>
        <source>Parts of the models</source>
        <translation>模型的各部分</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>ExtraInfo</source>
        <translation>ExtraInfo</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>modelscribe::MessageStrip</name>
    <message>
        <source>Close message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>modelscribe::ModelChooser</name>
    <message>
        <source>(no name)</source>
        <translation>（未命名）</translation>
    </message>
    <message>
        <source>Models to compare with</source>
        <translation>可加入比较的模型</translation>
    </message>
    <message>
        <source>Search models by name or ID</source>
        <translation>按名称或 ID 搜索模型</translation>
    </message>
    <message>
        <source>No other model has this in its name or ID.</source>
        <translation>没有其他模型的名称或 ID 包含此内容。</translation>
    </message>
</context>
<context>
    <name>modelscribe::ModelForm</name>
    <message>
        <source>Suggestions for %1</source>
        <translation>“%1”的建议值</translation>
    </message>
    <message>
        <source>Open large, with a preview (Shift+F11)</source>
        <translation>放大编辑并预览（Shift+F11）</translation>
    </message>
</context>
<context>
    <name>modelscribe::ModelHeader</name>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Previous model</source>
        <translation>上一个模型</translation>
    </message>
    <message>
        <source>Previous model (Alt+Up)</source>
        <translation>上一个模型（Alt+↑）</translation>
    </message>
    <message>
        <source>Next model</source>
        <translation>下一个模型</translation>
    </message>
    <message>
        <source>Next model (Alt+Down)</source>
        <translation>下一个模型（Alt+↓）</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>复制为 JSON</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>新建模型</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（未命名）</translation>
    </message>
    <message>
        <source>Delete %1…</source>
        <translation>删除 %1…</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>私有</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Draft, %1</source>
        <translation>草稿，%1</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 处修改</numerusform>
        </translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>A public model of %1 cannot be edited</source>
        <translation>%1 的公开模型不可编辑</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>复制 ID</translation>
    </message>
</context>
<context>
    <name>modelscribe::ModelMenu</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>View</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit this cell</source>
        <translation>编辑此单元格</translation>
    </message>
    <message>
        <source>New from this one</source>
        <translation>以此新建</translation>
    </message>
    <message>
        <source>Delete %1…</source>
        <translation>删除 %1…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Row as table</source>
        <translation>此行（表格）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Markdown table</source>
        <translation>Markdown 表格</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>仅 %1</translation>
    </message>
    <message>
        <source>Without %1</source>
        <translation>排除 %1</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Copy fields…</source>
        <translation>复制字段…</translation>
    </message>
    <message numerus="yes">
        <source>Paste fields into %Ln model(s)…</source>
        <translation>
            <numerusform>将字段粘贴到 %Ln 个模型…</numerusform>
        </translation>
    </message>
    <message>
        <source>Fill down %1…</source>
        <translation>向下填充“%1”…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message numerus="yes">
        <source>Review %Ln draft(s)…</source>
        <translation>
            <numerusform>审阅 %Ln 份草稿…</numerusform>
        </translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
</context>
<context>
    <name>modelscribe::ModelTable</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>modelscribe::ModelTableModel</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>, then </source>
        <translation>，再按 </translation>
    </message>
</context>
<context>
    <name>modelscribe::ModelTabs</name>
    <message>
        <source>Parts of the model</source>
        <translation>模型的各部分</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>ExtraInfo</source>
        <translation>ExtraInfo</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1（已修改）</translation>
    </message>
    <message>
        <source>Labels %1</source>
        <translation>标签 %1</translation>
    </message>
</context>
<context>
    <name>modelscribe::NetworkForm</name>
    <message>
        <source>System proxy</source>
        <translation>系统代理</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>不使用代理</translation>
    </message>
    <message>
        <source>HTTP proxy</source>
        <translation>HTTP 代理</translation>
    </message>
    <message>
        <source>SOCKS5 proxy</source>
        <translation>SOCKS5 代理</translation>
    </message>
    <message>
        <source>From a newer version</source>
        <translation>来自更新的版本</translation>
    </message>
    <message>
        <source>The proxy needs a host and a port, such as proxy.example.com:3128</source>
        <translation>代理需要主机和端口，例如 proxy.example.com:3128</translation>
    </message>
    <message>
        <source>The password of the proxy needs a user</source>
        <translation>代理的密码需要配合用户</translation>
    </message>
    <message>
        <source>The CA file needs its full path</source>
        <translation>CA 文件需要完整路径</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA 文件</translation>
    </message>
    <message>
        <source>stored; type to replace</source>
        <translation>已保存；输入即可替换</translation>
    </message>
    <message>
        <source>Choose a CA file</source>
        <translation>选择 CA 文件</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>证书 (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>The port of the proxy must be 1 to 65535</source>
        <translation>代理的端口必须为 1 到 65535</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Proxy host and port</source>
        <translation>代理主机和端口</translation>
    </message>
    <message>
        <source>Proxy user</source>
        <translation>代理用户名</translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation>代理密码</translation>
    </message>
    <message>
        <source>Proxy password for this session only</source>
        <translation>代理密码仅用于本次会话</translation>
    </message>
    <message>
        <source>Show proxy password</source>
        <translation>显示代理密码</translation>
    </message>
</context>
<context>
    <name>modelscribe::NewModels</name>
    <message>
        <source>The new model</source>
        <translation>新模型</translation>
    </message>
    <message>
        <source>%1 is kept in Drafts.</source>
        <translation>%1已保留在草稿中。</translation>
    </message>
    <message>
        <source>%1 is discarded.</source>
        <translation>已放弃%1。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>modelscribe::NoticeStrip</name>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1：%2。%3</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>modelscribe::NumberingEdit</name>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>第一个编号</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步长</translation>
    </message>
</context>
<context>
    <name>modelscribe::OrderBar</name>
    <message numerus="yes">
        <source>%Ln order number(s) change</source>
        <translation>
            <numerusform>%Ln 个排序号将更改</numerusform>
        </translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>审阅…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Models hidden by the search keep their numbers.</source>
        <translation>被搜索隐藏的模型保留原排序号。</translation>
    </message>
    <message>
        <source>Review the order</source>
        <translation>审阅顺序</translation>
    </message>
    <message>
        <source>Take the order back</source>
        <translation>撤回排序</translation>
    </message>
</context>
<context>
    <name>modelscribe::Ordering</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Drag models to another place, or move them with Alt+Shift+↑ and ↓. Nothing is sent before the review.</source>
        <translation>拖动模型到新位置，或用 Alt+Shift+↑ 和 ↓ 移动。审阅之前不会发送任何内容。</translation>
    </message>
    <message>
        <source>“%1” is read-only, so this list cannot be ordered by hand. Use a search to leave it out.</source>
        <translation>“%1”是只读的，因此无法手动排序此列表。可以用搜索把它排除。</translation>
    </message>
    <message>
        <source>The order number of “%1” is not a whole number. Change it first, or use a search to leave it out.</source>
        <translation>“%1”的排序号不是整数。请先修改，或用搜索把它排除。</translation>
    </message>
    <message>
        <source>The previous order is back.</source>
        <translation>已恢复原来的顺序。</translation>
    </message>
</context>
<context>
    <name>modelscribe::OutsideEditing</name>
    <message>
        <source>The file for the other program cannot be written. %1</source>
        <translation>无法写入供其他程序使用的文件。%1</translation>
    </message>
    <message>
        <source>“%1” cannot be started. It can be changed in the settings, under ExtraInfo.</source>
        <translation>无法启动“%1”。可在设置的“ExtraInfo”页修改。</translation>
    </message>
    <message>
        <source>“%1” is no longer open here, so what the other program wrote was not taken. It is in %2.</source>
        <translation>“%1”已不在此处打开，因此没有采用其他程序写入的内容。该内容保存在 %2。</translation>
    </message>
    <message>
        <source>What the other program wrote for “%1” is not UTF-8 text and was not taken. It is in %2.</source>
        <translation>其他程序为“%1”写入的内容不是 UTF-8 文本，没有采用。该内容保存在 %2。</translation>
    </message>
    <message>
        <source>ExtraInfo of “%1” was taken from the other program.</source>
        <translation>已采用其他程序写入的“%1”的 ExtraInfo。</translation>
    </message>
    <message>
        <source>Take its text</source>
        <translation>采用该程序的文本</translation>
    </message>
    <message>
        <source>“%1” can no longer be edited, so what the other program wrote was not taken. It is in %2.</source>
        <translation>“%1”已不能编辑，因此没有采用其他程序写入的内容。该内容保存在 %2。</translation>
    </message>
    <message>
        <source>The other program changed the same part of “%1” as you did here, so what it wrote was not taken. It is in %2.</source>
        <translation>其他程序和你在这里修改了“%1”的同一处，因此没有采用其写入的内容。该内容保存在 %2。</translation>
    </message>
    <message>
        <source>What the other program wrote for “%1” is too long, over 32 MiB, and was not taken. It is in %2.</source>
        <translation>其他程序为“%1”写入的内容过长（超过 32 MiB），没有采用。该内容保存在 %2。</translation>
    </message>
    <message>
        <source>What the other program wrote for “%1” cannot be read and was not taken. It is in %2.</source>
        <translation>其他程序为“%1”写入的内容无法读取，没有采用。该内容保存在 %2。</translation>
    </message>
    <message>
        <source>What another program wrote for “%1” was never taken. It stays in %2 until you delete it there.</source>
        <translation>其他程序为“%1”写入的内容一直没有采用。该内容会保留在 %2，直到你将其删除。</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（未命名）</translation>
    </message>
</context>
<context>
    <name>modelscribe::PageBar</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>返回列表（Esc）</translation>
    </message>
</context>
<context>
    <name>modelscribe::PaletteModels</name>
    <message>
        <source>Recent models</source>
        <translation>最近打开的模型</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>modelscribe::PasteValuesDialog</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Paste values</source>
        <translation>粘贴值</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>忽略此列</translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>Empty cells clear the field</source>
        <translation>空单元格清空字段</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>One row, for each of the %Ln selected model(s). Which field does each column go to?</source>
        <translation>
            <numerusform>共一行，用于所选的 %Ln 个模型。各列对应哪个字段？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s), over the selected models in the order of the list. Which field does each column go to?</source>
        <translation>
            <numerusform>共 %Ln 行，按列表顺序用于所选模型。各列对应哪个字段？</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 rows for %2 models: the first %3 are used.</source>
        <translation>%1 行对应 %2 个模型：仅采用前 %3 项。</translation>
    </message>
    <message>
        <source>Two columns go to the same field.</source>
        <translation>有两列对应同一字段。</translation>
    </message>
    <message numerus="yes">
        <source>Review %Ln model(s)…</source>
        <translation>
            <numerusform>审阅 %Ln 个模型…</numerusform>
        </translation>
    </message>
    <message>
        <source>Field of column %1</source>
        <translation>第 %1 列对应的字段</translation>
    </message>
</context>
<context>
    <name>modelscribe::PastedDialog</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 以及另外 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Select pasted models</source>
        <translation>选择粘贴的模型</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s) found</source>
        <translation>
            <numerusform>找到 %Ln 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Several models have this name and are not selected: %1</source>
        <translation>以下名称对应多个模型，不会选择：%1</translation>
    </message>
    <message>
        <source>Not found: %1</source>
        <translation>未找到：%1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>Select %Ln model(s)</source>
        <translation>
            <numerusform>选择 %Ln 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>IDs or exact names, one per line:</source>
        <translation>每行一个 ID 或完整名称：</translation>
    </message>
    <message>
        <source>IDs or names</source>
        <translation>ID 或名称</translation>
    </message>
</context>
<context>
    <name>modelscribe::PictureCard</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Show picture</source>
        <translation>显示图片</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1, %2, %3 × %4</source>
        <translation>%1，%2，%3 × %4</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Always for %1</source>
        <translation>始终允许 %1</translation>
    </message>
    <message>
        <source>Always show pictures of %1</source>
        <translation>始终显示来自 %1 的图片</translation>
    </message>
</context>
<context>
    <name>modelscribe::PicturesField</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>modelscribe::PlanCopyButton</name>
    <message>
        <source>HTTP text</source>
        <translation>HTTP 文本</translation>
    </message>
</context>
<context>
    <name>modelscribe::ProbeDialog</name>
    <message>
        <source>This finds out how the service handles what no document says: how a field is cleared, whether ExtraInfo is merged, how many models a page has. It creates one model with a random name and asks for a second of the same name, changes the first several times, makes it public for a moment, and deletes both. These are the calls:</source>
        <translation>这里查明文档没有写明的服务行为：如何清空字段、ExtraInfo 是否合并、一页有多少个模型。它会创建一个随机名称的模型，再请求创建一个同名模型，多次修改第一个，将其短暂公开，然后删除两者。将发送以下调用：</translation>
    </message>
    <message>
        <source>This profile is protected. Unlock it first.</source>
        <translation>此配置受保护，请先解锁。</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>尚未发送任何内容。</translation>
    </message>
    <message>
        <source>Looking for what an earlier check left…</source>
        <translation>正在查找之前的检查留下的内容…</translation>
    </message>
    <message>
        <source>Stopping after the running request…</source>
        <translation>当前请求结束后停止…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Deleting what was made…</source>
        <translation>正在删除所创建的内容…</translation>
    </message>
    <message>
        <source>Not deleted, and tried again at the next start: %1</source>
        <translation>未能删除，下次启动时再试：%1</translation>
    </message>
    <message>
        <source>Stopped. What was made is deleted.</source>
        <translation>已停止，所创建的内容已删除。</translation>
    </message>
    <message>
        <source>Done. What was made is deleted, and what was found is used from now on.</source>
        <translation>完成。所创建的内容已删除，查明的结果从现在起生效。</translation>
    </message>
    <message>
        <source>Check this service</source>
        <translation>检查此服务</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The report is on the clipboard.</source>
        <translation>报告已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>The report is saved.</source>
        <translation>报告已保存。</translation>
    </message>
    <message>
        <source>The report was not saved. %1</source>
        <translation>报告未保存。%1</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用</translation>
    </message>
</context>
<context>
    <name>modelscribe::ProfileFooter</name>
    <message>
        <source>%1 is in use in this window.</source>
        <translation>此窗口正在使用 %1。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>保存 %1</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>改用 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Remove this profile and its key?</source>
        <translation>要移除此配置及其密钥吗？</translation>
    </message>
</context>
<context>
    <name>modelscribe::ProfileForm</name>
    <message>
        <source>All workspaces</source>
        <translation>全部工作空间</translation>
    </message>
    <message>
        <source>AccessKey ID and secret are missing</source>
        <translation>缺少 AccessKey ID 和 Secret</translation>
    </message>
    <message>
        <source>stored; type to replace</source>
        <translation>已保存；输入即可替换</translation>
    </message>
    <message>
        <source>only for temporary (STS) keys</source>
        <translation>仅用于临时（STS）密钥</translation>
    </message>
    <message>
        <source>The key is kept until ModelScribe is closed.</source>
        <translation>密钥保留到 ModelScribe 关闭为止。</translation>
    </message>
    <message>
        <source>RAM role %1, renewed 3 min before it expires.</source>
        <translation>RAM 角色 %1，到期前 3 分钟续期。</translation>
    </message>
    <message>
        <source>cn-hangzhou, or https://…</source>
        <translation>cn-hangzhou，或 https://…</translation>
    </message>
    <message>
        <source>Its keys come from a program that has not been allowed to run</source>
        <translation>其密钥来自一个尚未同意运行的程序</translation>
    </message>
    <message>
        <source>This runs whenever keys are needed: %1</source>
        <translation>每次需要密钥时运行：%1</translation>
    </message>
    <message>
        <source>Not found on this computer.</source>
        <translation>目前在本机上未找到。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Region or endpoint</source>
        <translation>地域或接入点</translation>
    </message>
    <message>
        <source>Public network</source>
        <translation>公网</translation>
    </message>
    <message>
        <source>VPC</source>
        <translation>VPC</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作空间</translation>
    </message>
    <message>
        <source>Keys from</source>
        <translation>密钥来源</translation>
    </message>
    <message>
        <source>Run this program</source>
        <translation>运行此程序</translation>
    </message>
    <message>
        <source>AccessKey ID</source>
        <translation>AccessKey ID</translation>
    </message>
    <message>
        <source>AccessKey secret</source>
        <translation>AccessKey Secret</translation>
    </message>
    <message>
        <source>Security token</source>
        <translation>安全令牌</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>受保护</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Show AccessKey secret</source>
        <translation>显示 AccessKey Secret</translation>
    </message>
    <message>
        <source>Show security token</source>
        <translation>显示安全令牌</translation>
    </message>
</context>
<context>
    <name>modelscribe::ProfileList</name>
    <message>
        <source>%1, VPC</source>
        <translation>%1，VPC</translation>
    </message>
    <message>
        <source>%1, protected</source>
        <translation>%1，受保护</translation>
    </message>
</context>
<context>
    <name>modelscribe::ProfileSaving</name>
    <message>
        <source>Reading the key…</source>
        <translation>正在读取密钥…</translation>
    </message>
    <message>
        <source>The stored key could not be read</source>
        <translation>无法读取已保存的密钥</translation>
    </message>
    <message>
        <source>Reading the password of the proxy…</source>
        <translation>正在读取代理的密码…</translation>
    </message>
    <message>
        <source>The stored password of the proxy could not be read</source>
        <translation>无法读取已保存的代理密码</translation>
    </message>
    <message>
        <source>Storing the key in the keychain…</source>
        <translation>正在将密钥存入钥匙串…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
</context>
<context>
    <name>modelscribe::ProfileSide</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Stored profiles</source>
        <translation>已保存的配置</translation>
    </message>
    <message>
        <source>Add a profile</source>
        <translation>添加配置</translation>
    </message>
</context>
<context>
    <name>modelscribe::ProfilesDialog</name>
    <message>
        <source>The test failed</source>
        <translation>测试失败</translation>
    </message>
    <message>
        <source>Saved. The key is in the keychain.</source>
        <translation>已保存。密钥存放在钥匙串中。</translation>
    </message>
    <message>
        <source>Saved. The key is kept until ModelScribe is closed.</source>
        <translation>已保存。密钥保留到 ModelScribe 关闭为止。</translation>
    </message>
    <message>
        <source>Nothing was saved</source>
        <translation>未保存任何内容</translation>
    </message>
    <message>
        <source>No stored profile can be used</source>
        <translation>已保存的配置均无法使用</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 副本</translation>
    </message>
    <message>
        <source>A copy without its key: keys are not copied.</source>
        <translation>副本不含密钥：密钥不会被复制。</translation>
    </message>
    <message>
        <source>The name is missing</source>
        <translation>缺少名称</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>%1 Nothing was saved. Unlock or install one and save again, or choose “This session only”: the key is then kept until ModelScribe is closed.</source>
        <comment>behind a sentence</comment>
        <translation>%1未保存任何内容。请解锁或安装钥匙串后再保存，或选择“仅本次使用”：密钥将保留到 ModelScribe 关闭为止。</translation>
    </message>
    <message>
        <source>%1 The profile stays, so that its key is not left behind.</source>
        <comment>behind a sentence</comment>
        <translation>%1配置予以保留，以免遗留其密钥。</translation>
    </message>
    <message>
        <source>Saved, but “%1” could not be removed</source>
        <translation>已保存，但“%1”未能移除</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>正在移除…</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>已移除。</translation>
    </message>
    <message>
        <source>It could not be removed</source>
        <translation>移除失败</translation>
    </message>
    <message>
        <source>This new profile is not saved yet.</source>
        <translation>此新配置尚未保存。</translation>
    </message>
    <message>
        <source>Another profile has this name</source>
        <translation>已有另一个配置使用此名称</translation>
    </message>
    <message>
        <source>Saved, but not what was typed since.</source>
        <translation>已保存，但不包括此后输入的内容。</translation>
    </message>
    <message>
        <source>“%1” was not saved</source>
        <translation>“%1”未保存</translation>
    </message>
</context>
<context>
    <name>modelscribe::Program</name>
    <message>
        <source>The registry that was asked for cannot be used</source>
        <translation>指定的模型仓库无法使用</translation>
    </message>
</context>
<context>
    <name>modelscribe::QuickOpen</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>工作空间</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a setting and one of its values</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>All workspaces</source>
        <translation>全部工作空间</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已保存的搜索</translation>
    </message>
    <message>
        <source>Public models, read-only</source>
        <translation>公开模型，只读</translation>
    </message>
</context>
<context>
    <name>modelscribe::ReplaceEdit</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Regular expression; $1 stands for its first group</source>
        <translation>正则表达式；$1 代表第一个分组</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>The pattern took too long and was stopped.</source>
        <translation>该表达式的尝试次数过多，已停止。</translation>
    </message>
    <message>
        <source>Not a valid pattern: %1</source>
        <translation>不是有效的表达式：%1</translation>
    </message>
</context>
<context>
    <name>modelscribe::ReportDialog</name>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>文本文件 (*.txt)</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>报告问题</translation>
    </message>
    <message>
        <source>Nothing is sent from here. Say what happened, look through the rest, then copy it to where you report the problem. It contains no names, IDs, addresses or keys.</source>
        <translation>这里不会发送任何内容。请写下发生了什么，看一遍其余内容，再复制到你报告问题的地方。其中不含名称、ID、地址和密钥。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>modelscribe::RequestRow</name>
    <message>
        <source>not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>modelscribe::Reverting</name>
    <message>
        <source>A new model has no earlier values. It can be deleted.</source>
        <translation>新建模型之前没有内容，可以将其删除。</translation>
    </message>
    <message>
        <source>The values from before are not known</source>
        <translation>不知道之前的值</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>没有写入任何内容</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>没有修改任何内容</translation>
    </message>
    <message>
        <source>This was written to another registry. Connect to it first: %1</source>
        <translation>这是写入另一个模型仓库的，请先连接：%1</translation>
    </message>
    <message>
        <source>The model was not deleted; it is in the list</source>
        <translation>该模型未被删除，仍在列表中</translation>
    </message>
    <message>
        <source>The model is not in the list now. Refresh the list, or choose its workspace</source>
        <translation>该模型现在不在列表中，请刷新列表或选择其工作空间</translation>
    </message>
    <message>
        <source>The model cannot be opened</source>
        <translation>无法打开该模型</translation>
    </message>
    <message>
        <source>The model cannot be edited</source>
        <translation>该模型不可编辑</translation>
    </message>
    <message>
        <source>The model is being saved</source>
        <translation>该模型正在保存</translation>
    </message>
    <message>
        <source>It has not finished</source>
        <translation>尚未结束</translation>
    </message>
</context>
<context>
    <name>modelscribe::ReviewDialog</name>
    <message>
        <source>Review changes</source>
        <translation>审阅修改</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>尚未发送任何内容。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Changed in the registry</source>
        <translation>已在模型仓库中修改</translation>
    </message>
    <message>
        <source>When you opened it</source>
        <translation>打开时</translation>
    </message>
    <message>
        <source>Now in the registry</source>
        <translation>模型仓库当前值</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Stopping after the running request…</source>
        <translation>当前请求完成后停止…</translation>
    </message>
    <message>
        <source>Changed in the registry meanwhile and taken over: %1.</source>
        <translation>期间模型仓库中有修改，已采用：%1。</translation>
    </message>
    <message>
        <source>What is being sent</source>
        <translation>正在发送的请求</translation>
    </message>
    <message>
        <source>What will be sent</source>
        <translation>将要发送的请求</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Restore the old labels</source>
        <translation>恢复原来的标签</translation>
    </message>
    <message>
        <source>a registry</source>
        <translation>模型仓库</translation>
    </message>
    <message>
        <source>Nothing more has been sent yet.</source>
        <translation>没有再发送其他内容。</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>正在连接到 %1…</translation>
    </message>
    <message>
        <source>No connection to %1.</source>
        <translation>未连接到 %1。</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is sent; your %n change(s) are kept as a draft.</source>
        <translation>
            <numerusform>未发送任何内容；%n 处修改已保留为草稿。</numerusform>
        </translation>
    </message>
    <message>
        <source>Try to connect</source>
        <translation>尝试连接</translation>
    </message>
    <message>
        <source>There is no connection to %1</source>
        <translation>未连接到 %1</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Not applied by the registry</source>
        <translation>在模型仓库中未生效</translation>
    </message>
    <message>
        <source>Checking what the registry holds…</source>
        <translation>正在查看模型仓库的当前值…</translation>
    </message>
</context>
<context>
    <name>modelscribe::RowMarks</name>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的修改</translation>
    </message>
    <message>
        <source>Has values that cannot be read</source>
        <translation>含有无法识别的值</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>You may not change this model</source>
        <translation>无权修改此模型</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>正在保存</translation>
    </message>
</context>
<context>
    <name>modelscribe::RunTable</name>
    <message>
        <source>Models of the run</source>
        <translation>这批修改的模型</translation>
    </message>
</context>
<context>
    <name>modelscribe::RunTray</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Show the models of the run</source>
        <translation>显示这批模型</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>View</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What is in progress finishes first</source>
        <translation>正在进行的会先完成</translation>
    </message>
    <message>
        <source>What is in progress finishes; the rest is not sent</source>
        <translation>正在进行的会完成，其余不再发送</translation>
    </message>
    <message>
        <source>Run of many models</source>
        <translation>批量修改的进度</translation>
    </message>
    <message>
        <source>Pause the run</source>
        <translation>暂停这批修改</translation>
    </message>
    <message>
        <source>Go on with the run</source>
        <translation>继续这批修改</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>停止这批修改</translation>
    </message>
    <message>
        <source>View the result of the run</source>
        <translation>查看这批修改的结果</translation>
    </message>
    <message>
        <source>Close the run</source>
        <translation>关闭这批修改</translation>
    </message>
</context>
<context>
    <name>modelscribe::SamplesStrip</name>
    <message numerus="yes">
        <source>These %Ln model(s) are samples on this machine: change and delete what you like.</source>
        <translation>
            <numerusform>这 %Ln 个模型是本机上的示例，可随意修改和删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>The sample models are on this machine: change and delete what you like.</source>
        <translation>示例模型保存在本机，可随意修改和删除。</translation>
    </message>
    <message>
        <source>Connect to PAI…</source>
        <translation>连接到 PAI…</translation>
    </message>
    <message>
        <source>Local registry</source>
        <translation>本地模型仓库</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>新建空仓库</translation>
    </message>
    <message>
        <source>Do not show again</source>
        <translation>不再显示</translation>
    </message>
</context>
<context>
    <name>modelscribe::SavedSearching</name>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names of searches</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等，另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>No search was imported.</source>
        <translation>没有导入任何搜索。</translation>
    </message>
    <message numerus="yes">
        <source>%n search(es) imported.</source>
        <translation>
            <numerusform>已导入 %n 个搜索。</numerusform>
        </translation>
    </message>
    <message>
        <source>Other searches have these names, so the imported ones are called %1.</source>
        <translation>名称已被其他搜索使用，导入的搜索改名为%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation>
            <numerusform>有 %n 个已存在。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Saved searches cannot be kept: %1. %2</source>
        <translation>无法保存搜索：%1。%2</translation>
    </message>
    <message>
        <source>This search is saved as “%1”.</source>
        <translation>此搜索已保存为“%1”。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>已删除“%1”。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Import searches</source>
        <translation>导入搜索</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON 文件 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>No search was imported. %1</source>
        <translation>没有导入任何搜索。%1</translation>
    </message>
    <message>
        <source>Export searches</source>
        <translation>导出搜索</translation>
    </message>
    <message>
        <source>The searches were not exported. %1</source>
        <translation>未能导出搜索。%1</translation>
    </message>
    <message numerus="yes">
        <source>%n search(es) exported to %1.</source>
        <translation>
            <numerusform>已将 %n 个搜索导出到 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were left out: at most %1 can be saved.</source>
        <translation>
            <numerusform>有 %n 个未导入：最多可保存 %1 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>At most %1 searches can be saved. Delete one first.</source>
        <translation>最多可保存 %1 个搜索。请先删除一个。</translation>
    </message>
</context>
<context>
    <name>modelscribe::SearchBox</name>
    <message>
        <source>Search, for example task:text-generation label:team=nlp</source>
        <translation>搜索，例如 task:text-generation label:team=nlp</translation>
    </message>
    <message>
        <source>Search (%1)</source>
        <translation>搜索（%1）</translation>
    </message>
    <message>
        <source>Clear search (Esc)</source>
        <translation>清除搜索（Esc）</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Save search</source>
        <translation>保存搜索</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Clear search text</source>
        <translation>清除搜索内容</translation>
    </message>
</context>
<context>
    <name>modelscribe::SearchCompletion</name>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Search suggestions</source>
        <translation>搜索建议</translation>
    </message>
    <message>
        <source>↓ to choose · Tab to accept · OR, −, ( ) to combine</source>
        <translation>↓ 选择 · Tab 填入 · OR、−、( ) 可组合</translation>
    </message>
</context>
<context>
    <name>modelscribe::SearchRows</name>
    <message>
        <source>Turned off</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>需要查看</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已保存的搜索</translation>
    </message>
</context>
<context>
    <name>modelscribe::SecretEdit</name>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Copy for 30 s</source>
        <translation>复制，保留 30 秒</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>modelscribe::SelectionBar</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>已选择 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln that match are selected</source>
        <translation>
            <numerusform>已选择全部 %Ln 个匹配的模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln are selected</source>
        <translation>
            <numerusform>已选择全部 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln read-only</source>
        <translation>
            <numerusform>%Ln 个只读</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with a draft</source>
        <translation>
            <numerusform>%Ln 个有草稿</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Select all %Ln that match</source>
        <translation>
            <numerusform>选择全部 %Ln 个匹配的模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Select all %Ln</source>
        <translation>
            <numerusform>选择全部 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit them</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>取消选择</translation>
    </message>
</context>
<context>
    <name>modelscribe::ServiceChecking</name>
    <message numerus="yes">
        <source>A check of the service was interrupted; %Ln model(s) it had made are deleted now.</source>
        <translation>
            <numerusform>一次服务检查曾中断；它创建的 %Ln 个模型现已删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>The check of the service is stopping; what it made is being deleted.</source>
        <translation>服务检查正在停止，它创建的内容正在删除。</translation>
    </message>
    <message>
        <source>The check of the service has stopped; what it made is deleted.</source>
        <translation>服务检查已停止，它创建的内容已删除。</translation>
    </message>
    <message>
        <source>The check of the service could not delete %1; the next start tries again.</source>
        <translation>服务检查未能删除 %1；下次启动时再试。</translation>
    </message>
    <message>
        <source>What was found out about the service could not be stored.</source>
        <translation>查明的服务行为未能保存。</translation>
    </message>
    <message>
        <source>What earlier checks of the service left behind was not looked for. %1</source>
        <translation>未能查找之前的服务检查留下的内容。%1</translation>
    </message>
</context>
<context>
    <name>modelscribe::SettingList</name>
    <message>
        <source>Forget</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>列表为空。</translation>
    </message>
    <message>
        <source>Forget, %1</source>
        <translation>移除：%1</translation>
    </message>
</context>
<context>
    <name>modelscribe::SettingRow</name>
    <message>
        <source>This value is not valid; the previous one stays in use.</source>
        <translation>此值无效；仍使用之前的设置。</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>The settings file says “%1”, which is not valid. The default is used.</source>
        <translation>设置文件中的“%1”无效，现使用默认值。</translation>
    </message>
    <message>
        <source>Back to the default, %1</source>
        <translation>恢复默认值：%1</translation>
    </message>
</context>
<context>
    <name>modelscribe::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>Restore the defaults of this page</source>
        <translation>恢复本页的默认值</translation>
    </message>
    <message>
        <source>Changes take effect at once.</source>
        <translation>修改立即生效。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No setting matches.</source>
        <translation>没有符合的设置。</translation>
    </message>
    <message>
        <source>Dark now, like your desktop, and changes with it.</source>
        <translation>当前为深色，与桌面一致并随其变化。</translation>
    </message>
    <message>
        <source>Light now, like your desktop, and changes with it.</source>
        <translation>当前为浅色，与桌面一致并随其变化。</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Settings of the page</source>
        <translation>本页设置</translation>
    </message>
</context>
<context>
    <name>modelscribe::Sidebar</name>
    <message>
        <source>Only this</source>
        <translation>只看此项</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Facets</source>
        <translation>筛选项</translation>
    </message>
</context>
<context>
    <name>modelscribe::SidebarDelegate</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>搜索的名称</translation>
    </message>
</context>
<context>
    <name>modelscribe::SidebarSearches</name>
    <message>
        <source>Search for it</source>
        <translation>按此搜索</translation>
    </message>
    <message>
        <source>Import searches…</source>
        <translation>导入搜索…</translation>
    </message>
    <message>
        <source>Export searches…</source>
        <translation>导出搜索…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>恢复为 %1</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Replace with the current search</source>
        <translation>改为当前搜索</translation>
    </message>
</context>
<context>
    <name>modelscribe::StarsField</name>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>%1, stars: %2 of %3</source>
        <translation>%1，星级：%2（共 %3 星）</translation>
    </message>
    <message>
        <source>Arrow keys choose half stars</source>
        <translation>方向键可选择半星</translation>
    </message>
</context>
<context>
    <name>modelscribe::StatePage</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>modelscribe::StatusLine</name>
    <message>
        <source>RequestId copied</source>
        <translation>已复制 RequestId</translation>
    </message>
    <message>
        <source>synced just now</source>
        <translation>刚刚同步</translation>
    </message>
    <message>
        <source>synced %1 min ago</source>
        <translation>%1 分钟前同步</translation>
    </message>
    <message>
        <source>synced at %1</source>
        <translation>同步于 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln model(s)</source>
        <translation>
            <numerusform>%1 / %Ln 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>loading %1 of %2</source>
        <translation>正在加载 %1 / %2</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Cancel loading</source>
        <translation>取消加载</translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s)</source>
        <translation>
            <numerusform>%Ln 份草稿</numerusform>
        </translation>
    </message>
    <message>
        <source>last request</source>
        <translation>最近请求</translation>
    </message>
    <message>
        <source>Copy RequestId %1</source>
        <translation>复制 RequestId %1</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>剩余 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>剩余 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>loading, %1 so far</source>
        <translation>正在加载，已有 %1 个</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>每秒 %1 个</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln selected</source>
        <translation>
            <numerusform>%Ln 个中已选择 %1 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>offline, %Ln draft(s) waiting</source>
        <translation>
            <numerusform>离线，%Ln 份草稿待保存</numerusform>
        </translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sample model(s)</source>
        <translation>
            <numerusform>%Ln 个示例模型</numerusform>
        </translation>
    </message>
    <message>
        <source>kept on this machine only</source>
        <translation>仅保存在本机</translation>
    </message>
    <message>
        <source>Copy last RequestId</source>
        <translation>复制最近的 RequestId</translation>
    </message>
</context>
<context>
    <name>modelscribe::StepBox</name>
    <message>
        <source>Less</source>
        <translation>减少</translation>
    </message>
    <message>
        <source>More</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>%1, less</source>
        <translation>%1，减少</translation>
    </message>
    <message>
        <source>%1, more</source>
        <translation>%1，增加</translation>
    </message>
</context>
<context>
    <name>modelscribe::StepRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1. %2: %3</source>
        <translation>%1. %2：%3</translation>
    </message>
    <message>
        <source>Body of step %1</source>
        <translation>第 %1 步的请求体</translation>
    </message>
    <message>
        <source>Details of step %1</source>
        <translation>第 %1 步的详细信息</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>modelscribe::SuggestionEdit</name>
    <message>
        <source>Suggestions</source>
        <translation>建议值</translation>
    </message>
</context>
<context>
    <name>modelscribe::TextDifferenceModel</name>
    <message>
        <source>no such line</source>
        <translation>无对应行</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Removed, line %1: %2</source>
        <translation>已移除，第 %1 行：%2</translation>
    </message>
    <message>
        <source>Added, line %1: %2</source>
        <translation>已添加，第 %1 行：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) the same</source>
        <translation>
            <numerusform>%n 行相同</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter or a double click shows them</source>
        <translation>按 Enter 或双击可显示</translation>
    </message>
</context>
<context>
    <name>modelscribe::TextDifferenceView</name>
    <message>
        <source>Previous</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Previous difference (Shift+F7)</source>
        <translation>上一处差异（Shift+F7）</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Next difference (F7)</source>
        <translation>下一处差异（F7）</translation>
    </message>
    <message>
        <source>One below the other</source>
        <translation>上下排列</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>左右并排</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>上一处差异</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>下一处差异</translation>
    </message>
    <message>
        <source>Lines that differ</source>
        <translation>有差异的行</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <source>The texts are too long to compare by lines.</source>
        <translation>文本过长，无法按行比较。</translation>
    </message>
    <message>
        <source>Only line ends differ.</source>
        <translation>仅换行符不同。</translation>
    </message>
    <message>
        <source>Every line is the same; one text ends them differently.</source>
        <translation>各行内容相同；其中一个文本的换行符不同。</translation>
    </message>
    <message>
        <source>The texts are the same, byte for byte.</source>
        <translation>两个文本逐字节相同。</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n 处差异</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>− %n line(s)</source>
        <translation>
            <numerusform>− %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+ %n line(s)</source>
        <translation>
            <numerusform>+ %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>modelscribe::TextListField</name>
    <message numerus="yes">
        <source>%n more, shown in Text and Tree</source>
        <translation>
            <numerusform>还有 %n 项，见文本和树</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Enter adds a line below, Ctrl+Shift+Up and Down move it, Ctrl+Shift+Delete removes it</source>
        <translation>Enter 在下方添加一行，Ctrl+Shift+Up 和 Down 移动该行，Ctrl+Shift+Delete 移除该行</translation>
    </message>
    <message>
        <source>Move %1 up</source>
        <translation>上移 %1</translation>
    </message>
    <message>
        <source>Move %1 down</source>
        <translation>下移 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>添加到 %1</translation>
    </message>
</context>
<context>
    <name>modelscribe::TrialRows</name>
    <message>
        <source>%1: no match, left as it is</source>
        <translation>%1：无匹配，保持不变</translation>
    </message>
    <message>
        <source>%1 becomes %2</source>
        <translation>%1 变为 %2</translation>
    </message>
</context>
<context>
    <name>modelscribe::TrialView</name>
    <message>
        <source>no match, left as it is</source>
        <translation>无匹配，保持不变</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>试算</translation>
    </message>
</context>
<context>
    <name>modelscribe::ValuesPopup</name>
    <message>
        <source>Different values of %1</source>
        <translation>“%1”的不同值</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose only the models with:</source>
        <translation>只选择具有此值的模型：</translation>
    </message>
    <message>
        <source>Find a value</source>
        <translation>查找值</translation>
    </message>
    <message numerus="yes">
        <source>The %Ln most frequent of %1</source>
        <translation>
            <numerusform>共 %1 个，此处为最常见的 %Ln 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::VerbButton</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>modelscribe::VerbRow</name>
    <message numerus="yes">
        <source>%Ln cannot be changed this way</source>
        <translation>
            <numerusform>%Ln 个无法这样修改</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove this change</source>
        <translation>移除此修改</translation>
    </message>
</context>
<context>
    <name>modelscribe::WindowActions</name>
    <message>
        <source>About ModelScribe</source>
        <translation>关于 ModelScribe</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>Paste f&amp;ields into %Ln model(s)…</source>
        <translation>
            <numerusform>将字段粘贴到 %Ln 个模型(&amp;I)…</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste f&amp;ields…</source>
        <translation>粘贴字段(&amp;I)…</translation>
    </message>
    <message>
        <source>Browse and edit the metadata of the models in Alibaba Cloud PAI’s model registry.

Free software under the GNU General Public License, version 3 or later. Qt %1.</source>
        <translation>浏览和编辑阿里云 PAI 模型仓库中模型的元数据。

自由软件，采用 GNU 通用公共许可证第 3 版或更高版本。Qt %1。</translation>
    </message>
</context>
</TS>
