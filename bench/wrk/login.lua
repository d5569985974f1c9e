-- People log in with name and password: GET /login, then POST of its form. With BENCH_FORGED the forms are not of the
-- session that sends them, and refused before the password is looked at: all of it but the hash.
dofile(os.getenv("BENCH_LUA") .. "/common.lua")

local person = bench.cycle(bench.lines("people"))
local password = bench.encode(os.getenv("BENCH_PASSWORD"))
local forms = bench.queue({})
local forged = os.getenv("BENCH_FORGED")

function request()
  local form = forms.pop()
  if form then
    return bench.post("/login", form.fields .. "&username=" .. person() .. "&password=" .. password .. "&login=",
      nil, form.cookie)
  end
  return wrk.format("GET", "/login", {})
end

local function attribute(tag, name)
  return (tag:match("%s" .. name .. '="([^"]*)"') or ""):gsub("&amp;", "&")
end

local function hidden(body)
  local fields = {}
  for tag in body:gmatch('<input[^>]*type="hidden"[^>]*>') do
    local name = attribute(tag, "name")
    local value = forged and name == "csrf" and "forged" or attribute(tag, "value")
    fields[#fields + 1] = bench.encode(name) .. "=" .. bench.encode(value)
  end
  return table.concat(fields, "&")
end

function response(status, headers, body)
  local cookie = (headers["Set-Cookie"] or ""):match("^[^;]+")
  if status == 200 and cookie and body:find('name="password"', 1, true) then
    forms.push({ cookie = cookie, fields = hidden(body) })
  elseif status == 200 and forged then
    bench.ok()
  elseif (status == 302 or status == 303) and cookie and cookie:find("sallyport_session=", 1, true) then
    bench.ok()
  else
    bench.wrong(status, body)
  end
end
